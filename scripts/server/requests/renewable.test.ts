import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import type { Database } from '../migration-record.ts'
import { renewable } from './renewable.ts'

const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))

async function open(): Promise<Database> {
  const connection = await PGlite.create(folder)
  const query = async (sql: string) => (await connection.query<Record<string, unknown>>(sql)).rows
  return { app: { connection }, query } as unknown as Database
}

// Without the renewals this never ends: some 13,000 statements that fail are all that PGlite bears.
test('a database that is opened anew in time bears any number of statements that fail', async () => {
  const database = renewable(await open(), open)
  try {
    await database.query('create table kept as select 7 as n')
    for (let i = 1; i <= 15_000; i += 1) {
      await database.query('select 1 / 0').catch(() => undefined)
      if (i % 4_000 === 0) await database.renew()
    }
    expect(await database.query('select n from kept')).toEqual([{ n: 7 }])
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('who asks while it is opened waits', async () => {
  let opened = 0
  const one = (): Database =>
    ({ app: { connection: { close: async () => {} } }, query: async () => [{ opened }] }) as unknown as Database
  const database = renewable(one(), async () => {
    await new Promise(later => setTimeout(later, 20))
    opened += 1
    return one()
  })
  const renewing = database.renew()
  expect(await database.query('')).toEqual([{ opened: 1 }])
  await renewing
})

test('what was closed is let go at once, and does not stand in memory beside what was opened', async () => {
  // Hundreds of megabytes in truth.
  const one = (): Database =>
    ({ app: { connection: { close: async () => {} } }, query: async () => [] }) as unknown as Database
  const begin = () => {
    const first = one()
    const opened = async () => {
      // A reference is held on to until something else has had its turn.
      await new Promise(later => setTimeout(later))
      return one()
    }
    return { first: new WeakRef(first), database: renewable(first, opened) }
  }
  const { first, database } = begin()
  await database.renew()
  expect(first.deref()).toBeUndefined()
})
