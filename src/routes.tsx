import type { RouteObject } from 'react-router'
import * as root from './app/root'

/** Offices, what they offer, and where they are rated. */
const officeRoutes: RouteObject[] = [
  { path: 'offices', lazy: () => import('./staff/offices/page') },
  { path: 'offices/:code', lazy: () => import('./staff/offices/edit-page') },
  { path: 'offices/:code/procedures', lazy: () => import('./staff/catalogue/offerings-page') },
  { path: 'offices/:code/counters', lazy: () => import('./staff/counters/page') },
  { path: 'offices/:code/counters/:counter', lazy: () => import('./staff/counters/edit-page') },
  { path: 'offices/:code/new-counter', lazy: () => import('./staff/counters/new-page') },
  { path: 'offices/:code/posters', lazy: () => import('./staff/posters/page') },
  { path: 'new-office', lazy: () => import('./staff/offices/new-page') },
  { path: 'counters', lazy: () => import('./staff/counters/overview-page') },
  { path: 'posters', lazy: () => import('./staff/posters/overview-page') },
  { path: 'procedures', lazy: () => import('./staff/catalogue/procedures-page') },
  { path: 'procedures/:code', lazy: () => import('./staff/catalogue/procedure-page') },
  { path: 'new-procedure', lazy: () => import('./staff/catalogue/new-procedure-page') },
  { path: 'fields', lazy: () => import('./staff/catalogue/fields-page') },
  { path: 'reform', lazy: () => import('./staff/reform/page') },
]

/** What an office does week by week. */
const deskRoutes: RouteObject[] = [
  { path: 'comments', lazy: () => import('./staff/comments/page') },
  { path: 'visits', lazy: () => import('./staff/visits/page') },
  { path: 'handled', lazy: () => import('./staff/handled/page') },
  { path: 'imports', lazy: () => import('./staff/imports/page') },
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
          { path: 'kiosk/:code', lazy: () => import('./rate/kiosk/page').catch(tryAgainSoon) },
          { path: 'results', lazy: () => import('./results/overview/page') },
          { path: 'results/offices/:code', lazy: () => import('./results/office/page') },
          { path: 'results/procedures/:code', lazy: () => import('./results/procedure/page') },
          { path: 'results/offices/:code/sheet', lazy: () => import('./results/print/page') },
          { path: 'data', lazy: () => import('./results/open-data/page') },
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
            children: [
              { index: true, lazy: () => import('./staff/home/page') },
              { path: 'members', lazy: () => import('./staff/members/page') },
              { path: 'audit', lazy: () => import('./staff/audit/page') },
              { path: 'settings', lazy: () => import('./staff/settings/page') },
              ...officeRoutes,
              ...deskRoutes,
            ],
          },
        ],
      },
      { path: '*', lazy: () => import('./app/not-found-page') },
    ],
  },
]

/** Nobody stands by when a kiosk loads a new version and the signal goes in between: it tries until it succeeds. */
function tryAgainSoon(error: unknown): never {
  setTimeout(() => window.location.reload(), 30_000)
  throw error
}
