import { expect, test } from 'vitest'
import { applyTimeLimits } from './time-limits.ts'

/** What the connection of Lite does with one request, and which limit holds when the question itself comes. */
async function limitOf(role: string | undefined, path?: string) {
  const said: unknown[] = []
  const transaction = {
    executeQuery: async ({ parameters: [name, value] }: { parameters: string[] }) =>
      void (name === 'statement_timeout' && said.push(value)),
  }
  const connection = {
    applyJwtSessionContext: async (..._: unknown[]) => void said.push('role'),
    applyRpcRequestGucs: async (..._: unknown[]) => void said.push('request'),
  }
  const query = async (sql: string) =>
    sql.includes('pg_roles')
      ? [
          { name: 'anon', setting: 'statement_timeout=3s' },
          { name: 'anon', setting: 'search_path=public' },
        ]
      : [
          { name: 'open_csv', setting: 'search_path=""' },
          { name: 'open_csv', setting: 'statement_timeout=20s' },
        ]
  await applyTimeLimits({ app: { connection }, query } as unknown as Parameters<typeof applyTimeLimits>[0])
  await connection.applyJwtSessionContext(transaction, { auth: role ? { role } : {} }, true)
  if (path) await connection.applyRpcRequestGucs(transaction, { path })
  return said
}

test('a request runs under the limit of its role, and a function that has one of its own under that', async () => {
  expect(await limitOf('anon')).toEqual(['role', '3s'])
  expect(await limitOf(undefined, '/rest/v1/rpc/satisfaction')).toEqual(['role', '3s', 'request'])
  expect(await limitOf('anon', '/rest/v1/rpc/open_csv')).toEqual(['role', '3s', 'request', '20s'])
})

test('a role without a limit has none, whoever used the connection before', async () => {
  expect(await limitOf('service_role', '/rpc/satisfaction')).toEqual(['role', '0', 'request'])
})
