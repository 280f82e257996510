// What happens at the same instant, on a Postgres server: PGlite has one connection and cannot show it.
//
//   DATABASE_URL=postgres://… npx node supabase/tests/postgres/concurrency.ts

import assert from 'node:assert/strict'
import { v7 } from 'uuid'
import { type Sql, withSampleProvince } from '../../../bench/sample-province.ts'
import { toCrockford } from '../../../src/lib/crockford.ts'

const server = process.env.DATABASE_URL
if (!server) throw new Error('Set DATABASE_URL to a Postgres server on which databases may be made.')

const rating = (more: object = {}) => ({
  id: v7(),
  counter: '000001',
  score: 4,
  receipt: toCrockford(crypto.getRandomValues(new Uint8Array(12))),
  device: crypto.randomUUID(),
  ...more,
})
const submit = (sql: Sql, body: object) => sql`select submit_rating(${JSON.stringify(body)}::text::json)`
const settled = async (work: Promise<unknown>[]) => (await Promise.allSettled(work)).map(({ status }) => status)

/** Ten people have rated one procedure; while a release waits, one of them changes something. */
async function releaseDuring(sql: Sql, change: string, body: object) {
  await sql`truncate private.ratings`
  const crowd = Array.from({ length: 10 }, () => rating({ procedure: '1.000001' }))
  for (const one of crowd) await submit(sql, one)
  await sql`update private.ratings set received_at = now() - interval '1 hour'`
  const before = await sql`select number from batches`
  const changing = sql.begin(async session => {
    await session.unsafe(`select ${change}($1::text::json)`, [JSON.stringify({ receipt: crowd[3]?.receipt, ...body })])
    await session`select pg_sleep(1)`
  })
  await new Promise(resolve => setTimeout(resolve, 300))
  await Promise.all([changing, sql`select private.release_step(now(), interval '1 minute')`])
  return await sql`select n, score_1, procedure_code, field_code from batches where number > ${before.length}`
}

await withSampleProvince(server, 'hai_long_races', async sql => {
  assert.deepEqual(
    [...(await releaseDuring(sql, 'change_rating', { score: 1 }))],
    [{ n: 10, score_1: 1, procedure_code: '1.000001', field_code: 'field-2' }],
    'a score corrected while a release waits for it is in the batch, and nobody is missing',
  )
  const moved = await releaseDuring(sql, 'change_rating', { procedure: '1.000002' })
  assert.deepEqual([...moved], [], 'nine who are left of one procedure wait on')
  const withdrawn = await releaseDuring(sql, 'withdraw_rating', {})
  assert.deepEqual([...withdrawn], [], 'nine who are left after a withdrawal wait on')

  await sql`truncate private.ratings`
  const once = rating()
  const answers = await settled(Array.from({ length: 8 }, () => submit(sql, once)))
  assert.ok(
    answers.every(status => status === 'fulfilled'),
    'the same rating sent eight times at once is answered each time',
  )
  const [{ n } = { n: 0 }] = await sql`select count(*)::integer as n from private.ratings`
  assert.equal(n, 1, 'and is there once')

  await sql`insert into private.visit_codes (code_hash, office_code, channel, expires_on)
    values (private.short_hash('0123456789'), 'office-1', 'counter', current_date + 1)`
  const spending = Array.from({ length: 8 }, () => submit(sql, rating({ counter: undefined, visit: '0123456789' })))
  // That a code is spent is answered and not raised, because the try is counted.
  await settled(spending)
  const [let_in] = await sql`select count(*)::integer as n from private.ratings where trust = 'visit'`
  assert.equal(let_in?.n, 1, 'one visit code lets one rating in')
  const [tried] = await sql`select sum(n)::integer as n from private.refused_tries_counted where reason = 'spent_code'`
  assert.equal(tried?.n, 7, 'and the seven others are counted')
})
console.log('Five races, and nobody was lost or counted twice.')
