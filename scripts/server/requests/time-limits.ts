// How long a statement may take on a Postgres server (supabase/migrations/20261101110500_time_limits.sql). PostgREST applies
// the limits of roles and functions before it asks; Lite takes over a role and leaves its settings behind.

import type { App } from '@supabase/lite'
import type { Database } from '../migration-record.ts'
import { setForTransaction, type Transaction } from './transaction-setting.ts'

type Connection = {
  applyJwtSessionContext: (
    transaction: Transaction,
    context: { auth?: { role?: string } },
    isRole: boolean,
  ) => Promise<void>
  applyRpcRequestGucs: (transaction: Transaction, request: { path: string }) => Promise<void>
}

const limitTo = (transaction: Transaction, limit: string) => setForTransaction(transaction, 'statement_timeout', limit)

async function readLimits(query: Database['query'], sql: string) {
  const rows = (await query(sql)) as { name: string; setting: string }[]
  const limits = rows.filter(({ setting }) => setting.startsWith('statement_timeout='))
  return new Map(limits.map(({ name, setting }) => [name, setting.slice('statement_timeout='.length)]))
}

/** Has every request run under the limit of its role, or of the function that it calls. They are read once. */
export async function applyTimeLimits({ app, query }: Database) {
  const ofRoles = await readLimits(
    query,
    'select rolname as name, unnest(rolconfig) as setting from pg_catalog.pg_roles where rolconfig is not null',
  )
  const ofFunctions = await readLimits(
    query,
    `select proname as name, unnest(proconfig) as setting from pg_catalog.pg_proc
      where pronamespace = 'public'::regnamespace and proconfig is not null`,
  )
  const connection = app.connection as unknown as App['connection'] & Connection
  const { applyJwtSessionContext, applyRpcRequestGucs } = connection
  connection.applyJwtSessionContext = async (transaction, context, isRole) => {
    await applyJwtSessionContext.call(connection, transaction, context, isRole)
    await limitTo(transaction, ofRoles.get(context.auth?.role ?? 'anon') ?? '0')
  }
  connection.applyRpcRequestGucs = async (transaction, request) => {
    await applyRpcRequestGucs.call(connection, transaction, request)
    const limit = ofFunctions.get(request.path.split('/').at(-1) ?? '')
    if (limit) await limitTo(transaction, limit)
  }
}
