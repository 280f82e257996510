import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { expect, test } from 'vitest'
import { successions, units } from '../../../scripts/build/reference-data.ts'
import { communesBeforeReform, largeReform, toldOfLargeReform } from '../fixtures/large-reform.ts'

const migrations = new URL('../../migrations/', import.meta.url)
const reformed = '2025-07-01'
const rows = (values: object[]) => JSON.stringify(values).replaceAll("'", "''")

/** The units as they were before the reform, and what the law of that day says of it. */
const before = units.filter(unit => unit.opened_on === '').map(unit => ({ ...unit, opened_on: null, closed_on: null }))
const plan = {
  on_date: reformed,
  legal_basis: successions[0]?.legal_basis,
  opening: units
    .filter(unit => unit.opened_on === reformed)
    .map(unit => ({ ...unit, parent_code: unit.parent_code || null })),
  closing: before.map(unit => unit.code),
  successions: successions.map(s => ({ predecessor: s.predecessor_code, successor: s.successor_code })),
}

/** A database with these rows, in which the coordinator of an office acts. */
async function actingFor(office: string, statements: string) {
  const db = await PGlite.create({ extensions: { pgcrypto } })
  for (const file of readdirSync(migrations).toSorted()) {
    await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  }
  await db.exec(`${statements};
    insert into members (email, office_code, role, invited_by)
      values ('dieu-phoi@angiang.vn', '${office}', 'coordinator', 'administrator');
    insert into private.sessions values ('00000000-0000-4000-8000-000000000000', 'dieu-phoi@angiang.vn', now());
    set request.jwt.claims = '{"role": "authenticated", "email": "dieu-phoi@angiang.vn",
      "session_id": "00000000-0000-4000-8000-000000000000"}'`)
  return db
}

test('the reform of 1/7/2025, played on the units of before, gives the units and successions of today', async () => {
  const db = await actingFor(
    'tinh-an-giang-cu',
    `insert into offices (code, gso_code, name, kind, parent_code)
      select code, gso_code, name, kind, nullif(parent_code, '') from jsonb_to_recordset('${rows(before)}')
        as u (code text, gso_code text, name text, kind text, parent_code text)`,
  )

  await db.query("select reform_offices($1, 'true')", [plan])

  const { rows: offices } = await db.query(`select code, coalesce(gso_code, '') as gso_code, name, kind,
    coalesce(parent_code, '') as parent_code, coalesce(opened_on::text, '') as opened_on,
    coalesce(closed_on::text, '') as closed_on from offices order by code`)
  expect(offices).toEqual(units.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
  const { rows: followed } = await db.query(`select predecessor_code, successor_code, on_date::text, legal_basis
    from office_successions order by predecessor_code, successor_code`)
  const byCode = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  expect(followed.toSorted(byCode as never)).toEqual(successions.map(s => ({ ...s })).toSorted(byCode))
  await db.close()
})

test('a reform of a thousand communes is previewed, carried out and taken back in a moment', async () => {
  const db = await actingFor(
    'province',
    `insert into fields values ('field', 'Field');
    insert into procedures (code, name, field_code)
    select '1.' || lpad(i::text, 6, '0'), 'Procedure ' || i, 'field' from generate_series(1, 60) i;
    insert into offices (code, name, kind) values ('province', 'Province', 'tỉnh');
    ${communesBeforeReform}`,
  )
  const places = async () => {
    const { rows } = await db.query<{
      seen: string
    }>(`select md5(concat((select jsonb_agg(o order by code) from offices o),
      (select jsonb_agg(f order by office_code, procedure_code) from offerings f), (select jsonb_agg(s) from office_successions s),
      (select jsonb_agg(c order by code) from private.counters c))) as seen`)
    return rows[0]?.seen
  }
  // Processor time: what else the machine does is no fault of the database.
  const answerWithin = async <Answer>(seconds: number, query: string, values: unknown[]) => {
    const begun = process.cpuUsage()
    const { rows } = await db.query<{ answer: Answer }>(`select ${query} as answer`, values)
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1e6, query).toBeLessThan(seconds)
    return rows[0]?.answer as Answer
  }
  // A session that has changed one row keeps the plans of that.
  await db.query("select set_offering_channels('commune-1', '1.000001', 'counter')")
  const before = await places()

  type Told = {
    reform?: number
    opened: object[]
    closed: object[]
    offerings: number
    counters: { leads_to: Record<string, number>; closed: string[] }
  }
  const told = await answerWithin<Told>(8, 'reform_offices($1)', [largeReform])
  expect({
    opened: told.opened.length,
    closed: told.closed.length,
    offerings: told.offerings,
    leading: Object.values(told.counters.leads_to).reduce((a, b) => a + b, 0),
    closedCounters: told.counters.closed.length,
  }).toEqual(toldOfLargeReform)
  expect(await places()).toBe(before)

  const done = await answerWithin<Told>(8, "reform_offices($1, 'true')", [largeReform])
  expect(done).toEqual({ ...told, reform: expect.any(Number) })
  expect(await places()).not.toBe(before)

  await answerWithin(8, 'undo_reform($1)', [String(done.reform)])
  expect(await places()).toBe(before)
  await db.close()
}, 240_000)
