import { edit, mutations } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const stuffingGuards: Guard[] = [
  {
    name: 'two-per-device',
    stops: 'rate forty times with one phone',
    sql: edit('private.is_device_repeat(bigint, private.rating_origin, date)', ['count(*) >= 2', 'count(*) >= 200']),
  },
  {
    name: 'no-device-fills-no-batch',
    stops: 'rate two hundred times without a device',
    sql: mutations['a batch that counts ratings instead of people'] ?? '',
  },
  {
    name: 'no-writing-from-elsewhere',
    stops: 'make visitors of another site rate',
    edits: [
      {
        file: 'scripts/server/requests/response-headers.ts',
        from: `['GET', 'HEAD', 'OPTIONS']`,
        to: `['GET', 'HEAD', 'OPTIONS', 'POST']`,
      },
    ],
  },
]
