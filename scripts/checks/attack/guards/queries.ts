import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

const api = 'scripts/server/lite-api.ts'

export const queryGuards: Guard[] = [
  {
    name: 'modest-queries',
    stops: 'ask for more than a server can answer',
    edits: [{ file: api, from: '!isModest(url) && ', to: 'false && ' }],
  },
  {
    name: 'no-patterns',
    stops: 'ask by an endless pattern',
    edits: [
      { file: 'scripts/server/requests/query.ts', from: ' || pattern.test(value)) return false', to: ') return false' },
    ],
  },
  {
    name: 'no-system-columns',
    stops: 'count everybody’s transactions',
    edits: [
      {
        file: 'scripts/server/requests/query.ts',
        from: '(xmin|xmax|cmin|cmax|ctid|tableoid)',
        to: '(no_such_column)',
      },
    ],
    sql: 'grant select on public.offices to anon',
  },
  {
    name: 'bodies-read-first',
    stops: 'send a body that never ends',
    edits: [{ file: api, from: 'await received(request)', to: '(request as Request | undefined)' }],
  },
  {
    name: 'largest-body',
    stops: 'send 11 MB',
    edits: [{ file: api, from: 'if (size > largestBody) return undefined', to: '' }],
  },
  {
    name: 'largest-rating',
    stops: 'send a rating of a megabyte',
    sql: edit('private.checked_body(json, text[])', ['octet_length(body::text) > 16384', 'false']),
  },
  {
    name: 'one-row-per-id',
    stops: 'be counted ten times',
    sql: `alter table private.ratings drop constraint ratings_id_key, drop constraint ratings_pkey;
      ${edit('private.accept_rating(json, timestamptz)', ['if found then\n    return private.state_if_same_rating', 'if false then\n    return private.state_if_same_rating'])}`,
  },
  {
    name: 'no-sheets-of-tables',
    stops: 'get a table as a sheet of formulas',
    edits: [{ file: 'scripts/server/requests/accept.ts', from: 'isFile || !csv.test(form)', to: 'true' }],
  },
]
