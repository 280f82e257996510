import type { Database, Tables } from './database-types'
import { paginate } from './paginate'
import { taken } from './preloaded-queries'
import { ask } from './rpc'

type Asked = { [name: string]: string | number | boolean | undefined }
type Functions = Database['public']['Functions']
type RowOf<Name extends keyof Functions> = Functions[Name]['Returns'] extends (infer Row)[] ? Row : never

function everyRow<Row>(path: string, asked: Asked): Promise<Row[]> {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return paginate(async (first, last) => {
    const query = new URLSearchParams([...given, ['offset', String(first)], ['limit', String(last - first + 1)]])
    const address = `${path}?${query}`
    // What was asked too early to be answered is asked once more, with all that belongs to it.
    const early = await taken<Row[]>(address)?.catch(() => undefined)
    return { data: early ?? (await ask<Row[]>(address)) }
  })
}

/** Everything that anybody may read in a table. The question is PostgREST's, with an order. */
export const tableRows = <Name extends keyof Database['public']['Tables'], Row = Tables<Name>>(
  table: Name,
  asked: Asked & { order: string },
) => everyRow<Row>(table, { select: '*', ...asked })

/** All that a function answers to anybody. It brings its own order. */
export const functionRows = <Name extends keyof Functions & string>(name: Name, args: Asked) =>
  everyRow<RowOf<Name>>(`rpc/${name}`, args)
