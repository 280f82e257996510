import type { Guard } from '../guard.ts'

export const diskGuards: Guard[] = [
  {
    name: 'space-before-writing',
    stops: 'fill the disk',
    edits: [
      { file: 'scripts/server/requests/disk-space.ts', from: 'bytes => bytes < least', to: 'bytes => bytes < 0' },
    ],
  },
]
