// Nothing at rest leads to a released rating: what the owner of the database, with every system column at hand, can join to
// a score. Each request is a transaction of its own here, as in life; in pgTAP all would share one.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../property/replay.ts'

const minute = 60_000
const morning = Date.UTC(2026, 2, 2, 1)
const people = Array.from({ length: 20 }, (_, n) => ({
  visit: `V1S1T${String(n).padStart(5, '0')}`,
  receipt: String(7919 * (n + 1)).padStart(12, '0'),
  at: morning + n * minute,
  score: (n % 5) + 1,
}))

let db: PGlite
const rows = async (sql: string) => (await db.query(sql)).rows
const count = async (from: string) => (await rows(`select count(*)::integer as n from ${from}`))[0]

const receiptHash = (receipt: string) =>
  createHash('sha256')
    .update(receipt)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

function uuidV7(at: number, n: number) {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(n).padStart(12, '0')}`
}

/** Half come with the code of a slip, half by the poster with a phone of their own. */
async function rate({ visit, receipt, at, score }: (typeof people)[number], n: number) {
  const place = n % 2 === 0 ? { visit } : { counter: 'AAAAA1', device: `phone-of-person-${n}`, procedure: '1.000001' }
  const body = { id: uuidV7(at, n), receipt, score, rated_at: new Date(at).toISOString(), ...place }
  await db.query('select private.accept_rating($1, $2)', [JSON.stringify(body), new Date(at).toISOString()])
  if (n === 0) return
  const details = { comment: `Nhận xét ${n}`, praised: ['staff'] }
  await db.query('select private.add_rating_details($1)', [JSON.stringify({ receipt, details })])
}

const sameTransaction = `private.visit_codes v join private.ratings r on v.xmin = r.xmin`

beforeAll(async () => {
  db = await openDatabase()
  for (const { visit } of people) {
    await db.query(
      `insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
        values (private.short_hash($1), 'xa-1', '1.000001', 'counter', '2100-01-01')`,
      [visit],
    )
  }
  for (const [n, person] of people.entries()) await rate(person, n)
}, 120_000)
afterAll(() => db.close())

test('what a batch holds leads to no code, device, instant or order of arrival', async () => {
  // The window that docs/threat-model.md states: while a rating waits, its own row tells when it came.
  expect(await count('private.ratings where received_at is not null and id is not null')).toEqual({ n: people.length })
  expect(await count(sameTransaction)).toEqual({ n: 1 })
  await db.query(`select private.release_step('2026-03-20 08:00+07', '1 hour')`)
  expect(await count('private.ratings where batch_number is not null')).toEqual({ n: people.length })

  expect(await count(sameTransaction)).toEqual({ n: 0 })
  expect(await rows('select distinct xmin from private.ratings')).toHaveLength(1)
  const kept = await rows(`select key from private.ratings r, jsonb_each(to_jsonb(r))
    where value <> 'null' group by key order by key`)
  expect(kept).toEqual(
    'batch_number channel details office_code procedure_code receipt_hash score set_aside_counted trust'
      .split(' ')
      .map(key => ({ key })),
  )
})

test('neither the place on the disk nor a dump has them in the order in which they came', async () => {
  const stored = (await rows('select receipt_hash from private.ratings order by ctid')) as { receipt_hash: string }[]
  const order = stored.map(row => row.receipt_hash)
  expect(order).toEqual([...order].sort())
  expect(order).not.toEqual(people.map(({ receipt }) => receiptHash(receipt)))
  const comments = (await rows('select id from public.comments order by ctid')) as { id: string }[]
  expect(comments.map(({ id }) => id)).toEqual(comments.map(({ id }) => id).sort())
})

test('a used code keeps its quarter, and no day', async () => {
  expect(await rows('select distinct spent_in::text from private.visit_codes where spent_in is not null')).toEqual([
    { spent_in: '2026-01-01' },
  ])
})

test('no other table holds an id, a receipt, a device or a code in the clear, or an instant of a tap', async () => {
  const secrets = people.flatMap(({ receipt, visit, at }, n) => [receipt, visit, uuidV7(at, n), `phone-of-person-${n}`])
  const tables = (await rows(`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'private')`)) as { name: string }[]
  for (const { name } of tables) {
    const [found] = (await rows(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`)) as {
      text: string
    }[]
    for (const secret of secrets) expect(found?.text, name).not.toContain(secret)
    expect(found?.text, name).not.toMatch(/2026-03-02[ T]0[18]:\d\d:00/)
  }
})

test('the receipt alone leads its author to the answer, also when the phone sends it once more', async () => {
  for (const [n, { receipt, score, at }] of people.entries()) {
    const [state] = (await rows(`select public.receipt_state('${receipt}') as state`)) as { state: { score: number } }[]
    expect(state?.state).toMatchObject({ state: 'counted', score })
    const again = { id: uuidV7(at, n), receipt, score: 1, counter: 'AAAAA1' }
    const [said] = (await rows(
      `select private.accept_rating('${JSON.stringify(again)}', '2026-03-21 08:00+07') as state`,
    )) as { state: object }[]
    expect(said?.state).toMatchObject({ state: 'counted', score })
  }
  expect(await count('private.ratings')).toEqual({ n: people.length })
})

test('a petition of the same sitting has no instant and no name of its own making, and after a release no transaction', async () => {
  const key = readFileSync(new URL('../fixtures/feedback_key.sql', import.meta.url), 'utf8')
  await db.exec(
    key
      .split('\n')
      .filter(line => line.startsWith('select set_feedback_key'))
      .join('\n'),
  )
  const sitting = Date.UTC(2026, 2, 23, 2)
  const pairs = Array.from({ length: 12 }, (_, n) => ({
    rating: { visit: '', receipt: String(900_000_000_000 + n), at: sitting + n * minute, score: 2 },
    petition: { code: String(800_000_000_000 + n), kind: 'office', office: 'xa-1', text: `Việc ${n}`, anonymous: true },
  }))
  for (const [n, { rating, petition }] of pairs.entries()) {
    await rate(rating, 2 * n + 101)
    await db.query(`select private.accept_feedback($1, '2026-03-23')`, [JSON.stringify(petition)])
  }
  await db.query(`select private.release_step('2026-04-20 08:00+07', '1 hour')`)

  expect(await count('private.feedback')).toEqual({ n: pairs.length })
  const petitions = ['private.feedback', 'private.feedback_steps']
  for (const table of petitions) {
    expect(await rows(`select distinct xmin from ${table}`)).toHaveLength(1)
    expect(await count(`${table} f, private.ratings r where f.xmin = r.xmin and r.batch_number is null`)).toEqual({
      n: 0,
    })
    const [stored] = (await rows(`select string_agg(t::text, ' ') as text from ${table} t`)) as { text: string }[]
    expect(stored?.text, table).not.toMatch(/\d\d:\d\d:\d\d|phone-of-person|90000000000|80000000000/)
    const columns = (await rows(`select data_type from information_schema.columns
      where table_schema || '.' || table_name = '${table}'`)) as { data_type: string }[]
    expect(columns.filter(({ data_type }) => data_type.startsWith('time'))).toEqual([])
  }
  // What both have is the office and the day, which a crowd shares.
  const shared = await rows(`select f.id from private.feedback f group by f.id, f.office_code, f.received_on`)
  expect(shared).toHaveLength(pairs.length)
})
