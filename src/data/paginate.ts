import { PAGE_SIZE } from './api-path'

/** All rows of a list, however long: a cut list would be a wrong list. The question must have an order. */
export async function paginate<Row>(pageOf: (from: number, to: number) => PromiseLike<{ data: Row[] }>) {
  const rows: Row[] = []
  for (;;) {
    const { data } = await pageOf(rows.length, rows.length + PAGE_SIZE - 1)
    rows.push(...data)
    if (data.length < PAGE_SIZE) return rows
  }
}
