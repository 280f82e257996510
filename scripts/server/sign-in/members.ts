/** Runs statements and returns the rows of the last one. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>

/** Any text as an expression of SQL: nothing in it can end it. */
export const literal = (text: string) => `convert_from(decode('${Buffer.from(text).toString('hex')}', 'hex'), 'UTF8')`

/** Whether somebody has given the address a role that has not ended. */
export async function isMember(query: Query, email: string) {
  const rows = await query(`select from public.members where email = ${literal(email)} and ended_at is null limit 1`)
  return rows.length > 0
}
