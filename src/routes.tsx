import type { RouteObject } from 'react-router'
import * as root from './app/root'

/** A page's file exports what the router asks for, by the router's own names. */
type LazyPage = Pick<RouteObject, 'loader' | 'Component' | 'ErrorBoundary'>

/** The pages of the menu, each by its folder: `staff/imports/page.tsx` is /staff/imports. Home and sign-in stand below. */
const menuPages = import.meta.glob<LazyPage>(['./staff/*/page.tsx', '!./staff/{home,sign-in,shell}/page.tsx'])
const menuRoutes: RouteObject[] = Object.entries(menuPages).map(([file, lazy]) => ({
  path: file.split('/')[2] ?? '',
  lazy,
}))

/** Offices, what they offer, and where they are rated. */
const officeRoutes: RouteObject[] = [
  { path: 'offices/:code', lazy: () => import('./staff/offices/edit-page') },
  { path: 'offices/:code/procedures', lazy: () => import('./staff/catalogue/offerings-page') },
  { path: 'offices/:code/counters', lazy: () => import('./staff/counters/office-page') },
  { path: 'offices/:code/counters/:counter', lazy: () => import('./staff/counters/edit-page') },
  { path: 'offices/:code/new-counter', lazy: () => import('./staff/counters/new-page') },
  { path: 'offices/:code/posters', lazy: () => import('./staff/posters/office-page') },
  { path: 'new-office', lazy: () => import('./staff/offices/new-page') },
  { path: 'procedures', lazy: () => import('./staff/catalogue/procedures-page') },
  { path: 'procedures/:code', lazy: () => import('./staff/catalogue/procedure-page') },
  { path: 'new-procedure', lazy: () => import('./staff/catalogue/new-procedure-page') },
  { path: 'fields', lazy: () => import('./staff/catalogue/fields-page') },
  { path: 'reports/print', lazy: () => import('./staff/reports/print-page') },
]

/** Every URL of the app. Each page is loaded when it is first asked for; `paths.ts` builds the same URLs. */
export const routes: RouteObject[] = [
  {
    path: '/',
    ...root,
    children: [
      { path: 'r/:code', lazy: () => import('./rate/rate-route') },
      { path: 'v/:code', lazy: () => import('./rate/rate-route') },
      { path: 'receipt', lazy: () => import('./rate/receipt/page') },
      {
        lazy: () => import('./data/query-layout'),
        children: [
          { index: true, lazy: () => import('./results/home/page') },
          { path: 'feedback', lazy: () => import('./feedback/follow/page') },
          { path: 'feedback/new', lazy: newFeedback },
          { path: 'kiosk/:code', lazy: () => import('./rate/kiosk/page').catch(tryAgainSoon) },
          { path: 'display/:code', lazy: () => import('./rate/display/page').catch(tryAgainSoon) },
          { path: 'results', lazy: () => import('./results/overview/page') },
          { path: 'results/offices/:code', lazy: () => import('./results/office/page') },
          { path: 'results/procedures/:code', lazy: () => import('./results/procedure/page') },
          { path: 'results/offices/:code/sheet', lazy: () => import('./results/print/page') },
          { path: 'results/offices/:code/notice', lazy: () => import('./results/catalogue/notice-page') },
          { path: 'results/offices/:code/reports/:period', lazy: () => import('./results/office/report/page') },
          { path: 'procedures', lazy: () => import('./results/catalogue/list-page') },
          { path: 'procedures/:code', lazy: () => import('./results/catalogue/procedure-page') },
          { path: 'data', lazy: () => import('./results/open-data/page') },
          { path: 'plan', lazy: () => import('./results/plan/page') },
          { path: 'good-practice', lazy: () => import('./results/good-practice/page') },
          { path: 'method', lazy: () => import('./results/method/page') },
          { path: 'privacy', lazy: () => import('./results/method/privacy-page') },
          { path: 'accessibility', lazy: () => import('./results/method/accessibility-page') },
        ],
      },
      {
        path: 'staff',
        lazy: () => import('./staff/shell/root'),
        children: [
          { path: 'sign-in', lazy: () => import('./staff/sign-in/page') },
          {
            lazy: {
              middleware: async () => (await import('./staff/shell/require-sign-in')).middleware,
              loader: async () => (await import('./staff/shell/require-sign-in')).loader,
              Component: async () => (await import('./staff/shell/layout')).Component,
              ErrorBoundary: async () => (await import('./staff/shell/layout')).ErrorBoundary,
            },
            children: [{ index: true, lazy: () => import('./staff/home/page') }, ...menuRoutes, ...officeRoutes],
          },
        ],
      },
      { path: '*', lazy: () => import('./app/not-found-page') },
    ],
  },
]

/** A petition may be sent when the signal is gone, and then the page that shows its code must be there. */
function newFeedback() {
  import('./feedback/follow/page').catch(() => undefined)
  return import('./feedback/new/page')
}

/** Nobody stands by when a kiosk or a display loads a new version and the signal goes in between: it tries until it succeeds. */
function tryAgainSoon(error: unknown): never {
  setTimeout(() => window.location.reload(), 30_000)
  throw error
}
