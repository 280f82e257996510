import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

const served = 'scripts/server/serve.ts'

export const pageGuards: Guard[] = [
  {
    name: 'security-headers',
    stops: 'put a page in a frame or run a script in it',
    edits: [{ file: served, from: 'unreadableRequests, securityHeaders(site), ', to: 'unreadableRequests, ' }],
  },
  {
    name: 'referrer-policy',
    stops: 'find the visit code in a referrer',
    edits: [
      {
        file: 'scripts/server/pages/headers.ts',
        from: 'else response.setHeader(name, value)',
        to: `else if (name !== 'referrer-policy') response.setHeader(name, value)`,
      },
    ],
  },
  {
    name: 'no-store',
    stops: 'read what a cache has kept',
    edits: [
      {
        file: 'scripts/server/requests/response-headers.ts',
        from: `headers.set('cache-control', 'no-store')`,
        to: 'headers.size',
      },
    ],
  },
  {
    name: 'shared-copies',
    stops: 'read figures ten thousand times',
    // Said by the function, and before each request.
    sql: `${edit('private.allow_shared_copies(text)', [`in ('GET', 'HEAD')`, `in ('NONE')`])}
      ${edit('private.is_public_read(text)', ['select case', 'select not true and case'])}`,
  },
  {
    name: 'own-site-alone',
    stops: 'have a receipt sent elsewhere',
    sql: edit('private.next_site(json)', [
      `coalesce(private.setting('public_address') #>> '{}', '')`,
      `coalesce(headers ->> 'origin', '')`,
    ]),
  },
  {
    name: 'address-by-the-setting',
    stops: 'put another address on a card',
    edits: [{ file: 'scripts/server/open-graph.ts', from: `publicAddress() ?? ''`, to: `request.headers.host ?? ''` }],
  },
  {
    name: 'escaped-html',
    stops: 'name an office like a script',
    edits: [{ file: 'src/lib/text/escape-html.ts', from: `text.replace(/&/g, '&amp;')`, to: `text\n// ` }],
  },
  {
    name: 'escaped-svg',
    stops: 'name an office like a script',
    sql: `create or replace function private.escape_xml(plain text) returns text
      language sql immutable security invoker set search_path = '' as $$ select plain $$`,
  },
  {
    name: 'plain-cells',
    stops: 'name an office like a formula',
    sql: edit('private.csv_cell(jsonb)', [`'^([-=+@`, `'^([`], [`([;|\\t\\r\\n]"*)(?=[-=+@`, `([;|\\t\\r\\n]"*)(?=[`]),
  },
]
