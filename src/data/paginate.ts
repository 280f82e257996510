/** What a hosted API answers at most. */
const PAGE = 1000

/** All rows of a list, however long: a cut list would be a wrong list. The question must have an order. */
export async function paginate<Row>(pageOf: (from: number, to: number) => PromiseLike<{ data: Row[] }>) {
  const rows: Row[] = []
  for (;;) {
    const { data } = await pageOf(rows.length, rows.length + PAGE - 1)
    rows.push(...data)
    if (data.length < PAGE) return rows
  }
}
