import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { expect, test } from 'vitest'

const folder = new URL('../../', import.meta.url)
const migrations = new URL('migrations/', folder)

/** Satisfied, all, and the month in which they were published. */
const published = {
  'thi-tran-my-luong-cu': [18, 20, '2025-05-01'],
  'xa-long-dien-a-cu': [9, 15, '2025-06-01'],
  'xa-long-dien-b-cu': [10, 10, '2025-06-01'],
  'xa-long-dien': [38, 40, '2025-08-01'],
  // Another commune's predecessor, which must not be added.
  'xa-kien-an-cu': [1, 30, '2025-06-01'],
} as const

const oldPosters = { G2Q65R: 'thi-tran-my-luong-cu', '6V78F6': 'xa-long-dien-a-cu', '4V4X97': 'xa-long-dien-b-cu' }

test('xã Long Điền with and without its three predecessors, and their posters', async () => {
  const db = await PGlite.create({ extensions: { pgcrypto } })
  for (const file of readdirSync(migrations).toSorted()) {
    await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  }
  await db.exec(readFileSync(new URL('seed.sql', folder), 'utf8'))
  for (const [office, [satisfied, n, day]] of Object.entries(published)) {
    await db.query(
      `select private.append_batch(row(private.lock_ledger() + 1, $1::text, null, null, 'counter', null, $2::date, $3::integer,
        0, $3::integer - $4::integer, 0, $4::integer, 0, '{}'::jsonb, null, null, $2::date, null, null, null)::public.batches)`,
      [office, day, n, satisfied],
    )
  }
  await db.query('select private.add_to_totals(1)')
  const figure = async (question: string) =>
    (await db.query(`select satisfied::integer, n::integer from satisfaction(${question})`)).rows

  expect(await figure(`'all', office => 'xa-long-dien'`)).toEqual([{ satisfied: 38, n: 40 }])
  expect(await figure(`'all', office => 'xa-long-dien', predecessors => 'true'`)).toEqual([{ satisfied: 75, n: 85 }])
  expect(await figure(`'all', office => 'xa-long-dien-a-cu'`)).toEqual([{ satisfied: 9, n: 15 }])
  expect(await figure(`'month', office => 'xa-long-dien', predecessors => 'true'`)).toEqual([
    { satisfied: 18, n: 20 },
    { satisfied: 19, n: 25 },
    { satisfied: 38, n: 40 },
  ])
  for (const code of Object.keys(oldPosters)) {
    const { rows } = await db.query<{ page: { state: string; office: { code: string } } }>(
      'select counter_page($1) as page',
      [code],
    )
    expect(rows[0]?.page).toMatchObject({ state: 'open', office: { code: 'xa-long-dien' } })
  }
  await db.close()
}, 240_000)
