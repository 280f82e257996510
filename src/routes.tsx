import type { RouteObject } from 'react-router'
import * as root from './root'

/** Offices, what they offer, and where they are rated. */
const officeRoutes: RouteObject[] = [
  { path: 'offices', lazy: () => import('./staff/offices-page') },
  { path: 'offices/:code', lazy: () => import('./staff/office-page') },
  { path: 'offices/:code/procedures', lazy: () => import('./staff/offerings-page') },
  { path: 'offices/:code/counters', lazy: () => import('./staff/counters-page') },
  { path: 'offices/:code/counters/:counter', lazy: () => import('./staff/counter-page') },
  { path: 'offices/:code/new-counter', lazy: () => import('./staff/new-counter-page') },
  { path: 'offices/:code/posters', lazy: () => import('./staff/posters-page') },
  { path: 'new-office', lazy: () => import('./staff/new-office-page') },
  { path: 'counters', lazy: () => import('./staff/all-counters-page') },
  { path: 'posters', lazy: () => import('./staff/all-posters-page') },
  { path: 'procedures', lazy: () => import('./staff/procedures-page') },
  { path: 'procedures/:code', lazy: () => import('./staff/procedure-page') },
  { path: 'new-procedure', lazy: () => import('./staff/new-procedure-page') },
  { path: 'fields', lazy: () => import('./staff/fields-page') },
  { path: 'reform', lazy: () => import('./staff/reform-page') },
]

/** What an office does week by week. */
const deskRoutes: RouteObject[] = [
  { path: 'comments', lazy: () => import('./staff/comments-page') },
  { path: 'visits', lazy: () => import('./staff/visits-page') },
  { path: 'handled', lazy: () => import('./staff/handled-page') },
  { path: 'imports', lazy: () => import('./staff/imports-page') },
]

/** Every URL of the app. Each page is loaded when it is first asked for; `paths.ts` builds the same URLs. */
export const routes: RouteObject[] = [
  {
    path: '/',
    ...root,
    children: [
      { path: 'r/:code', lazy: () => import('./rate/rate-route') },
      { path: 'v/:code', lazy: () => import('./rate/rate-route') },
      { path: 'receipt', lazy: () => import('./rate/receipt-page') },
      {
        lazy: () => import('./data/query-layout'),
        children: [
          { index: true, lazy: () => import('./results/home-page') },
          { path: 'kiosk/:code', lazy: () => import('./rate/kiosk-page').catch(tryAgainSoon) },
          { path: 'results', lazy: () => import('./results/results-page') },
          { path: 'results/offices/:code', lazy: () => import('./results/office-page') },
          { path: 'results/procedures/:code', lazy: () => import('./results/procedure-page') },
          { path: 'results/offices/:code/sheet', lazy: () => import('./results/sheet-page') },
          { path: 'data', lazy: () => import('./results/data-page') },
          { path: 'method', lazy: () => import('./results/method-page') },
          { path: 'privacy', lazy: () => import('./results/privacy-page') },
          { path: 'accessibility', lazy: () => import('./results/accessibility-page') },
        ],
      },
      {
        path: 'staff',
        lazy: () => import('./staff/staff-root'),
        children: [
          { path: 'sign-in', lazy: () => import('./staff/sign-in-page') },
          {
            lazy: {
              middleware: async () => (await import('./staff/door')).middleware,
              loader: async () => (await import('./staff/door')).loader,
              Component: async () => (await import('./staff/staff-layout')).Component,
              ErrorBoundary: async () => (await import('./staff/staff-layout')).ErrorBoundary,
            },
            children: [
              { index: true, lazy: () => import('./staff/home-page') },
              { path: 'members', lazy: () => import('./staff/members-page') },
              { path: 'audit', lazy: () => import('./staff/audit-page') },
              { path: 'settings', lazy: () => import('./staff/settings-page') },
              ...officeRoutes,
              ...deskRoutes,
            ],
          },
        ],
      },
      { path: '*', lazy: () => import('./not-found-page') },
    ],
  },
]

/** Nobody stands by when a kiosk loads a new version and the signal goes in between: it tries until it succeeds. */
function tryAgainSoon(error: unknown): never {
  setTimeout(() => window.location.reload(), 30_000)
  throw error
}
