import { pagePath, type Query } from './api-path'
import type { Database, Tables } from './database-types'
import { paginate } from './paginate'
import { takePreloaded } from './preloaded-queries'
import { toProblem } from './problem'
import { queryClient } from './query-client'
import { request } from './rpc'
import { answerOrCopy } from './saved-copies'

type Functions = Database['public']['Functions']
type RowOf<Name extends keyof Functions> = Functions[Name]['Returns'] extends (infer Row)[] ? Row : never

const copies = {
  whyLost(error: unknown) {
    const problem = toProblem(error)
    return problem.isRefusal ? undefined : problem.key
  },
  onBack: () => void queryClient.invalidateQueries(),
}

async function ask<Row>(page: string) {
  // A preloaded request that failed is sent once more, with retries.
  const preloaded = await takePreloaded<Row[]>(page)?.catch(() => undefined)
  return preloaded ?? (await request<Row[]>(page))
}

const fetchRows = <Row>(path: string, query: Query) =>
  paginate<Row>(async (first, last) => {
    const page = pagePath(path, query, first, last - first + 1)
    return { data: await answerOrCopy(page, () => ask<Row>(page), copies) }
  })

/** All public rows of a table. The query is PostgREST's, with an order. */
export const tableRows = <Name extends keyof Database['public']['Tables'], Row = Tables<Name>>(
  table: Name,
  query: Query & { order: string },
) => fetchRows<Row>(table, { select: '*', ...query })

/** All rows that a public function answers, in its own order. */
export const functionRows = <Name extends keyof Functions & string>(name: Name, args: Query) =>
  fetchRows<RowOf<Name>>(`rpc/${name}`, args)
