export type Transaction = { executeQuery: (query: object) => Promise<unknown> }

/** As Kysely, which Lite is made with, hands a statement on. */
const statement = (sql: string, parameters: string[]) => ({
  sql,
  parameters,
  query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
  queryId: { queryId: sql },
})

/** Gives a setting of Postgres a value that ends with the transaction. */
export const setForTransaction = (transaction: Transaction, name: string, value: string) =>
  transaction.executeQuery(statement('select set_config($1, $2, true)', [name, value]))
