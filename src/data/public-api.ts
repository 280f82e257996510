import { pagePath, type Query } from './api-path'
import type { Database, Tables } from './database-types'
import { paginate } from './paginate'
import { takePreloaded } from './preloaded-queries'
import { request } from './rpc'

type Functions = Database['public']['Functions']
type RowOf<Name extends keyof Functions> = Functions[Name]['Returns'] extends (infer Row)[] ? Row : never

const fetchRows = <Row>(path: string, query: Query) =>
  paginate<Row>(async (first, last) => {
    const page = pagePath(path, query, first, last - first + 1)
    // A preloaded request that failed is sent once more, with retries.
    const preloaded = await takePreloaded<Row[]>(page)?.catch(() => undefined)
    return { data: preloaded ?? (await request<Row[]>(page)) }
  })

/** All public rows of a table. The query is PostgREST's, with an order. */
export const tableRows = <Name extends keyof Database['public']['Tables'], Row = Tables<Name>>(
  table: Name,
  query: Query & { order: string },
) => fetchRows<Row>(table, { select: '*', ...query })

/** All rows that a public function answers, in its own order. */
export const functionRows = <Name extends keyof Functions & string>(name: Name, args: Query) =>
  fetchRows<RowOf<Name>>(`rpc/${name}`, args)
