import type { Guard } from '../guard.ts'

const failures = 'scripts/server/requests/failures.ts'

export const errorGuards: Guard[] = [
  {
    name: 'keys-for-sentences',
    stops: 'learn from errors',
    edits: [
      {
        file: failures,
        from: 'if (response.status < 400) return response',
        to: 'if (response.status > 0) return response',
      },
    ],
  },
  {
    name: 'no-page-for-probes',
    stops: 'look for files that were left',
    // Either of the two holds alone.
    edits: [
      { file: 'scripts/server/pages/headers.ts', from: 'if (isProbe(plain))', to: 'if (false)' },
      { file: 'scripts/server/pages/known-pages.ts', from: 'if (isApi(path)) return next()', to: 'return next()' },
    ],
  },
]
