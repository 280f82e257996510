import type { RouteObject } from 'react-router'
import * as root from './root'

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
            children: [{ index: true, lazy: () => import('./staff/home-page') }],
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
