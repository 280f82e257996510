import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { expect, test } from 'vitest'
import { successions, units } from '../../scripts/build/reference-data.ts'

const migrations = new URL('../migrations/', import.meta.url)
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

test('the reform of 1/7/2025, played on the units of before, gives the units and successions of today', async () => {
  const db = await PGlite.create({ extensions: { pgcrypto } })
  for (const file of readdirSync(migrations).toSorted()) {
    await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  }
  await db.exec(`insert into offices (code, gso_code, name, kind, parent_code)
    select code, gso_code, name, kind, nullif(parent_code, '') from jsonb_to_recordset('${rows(before)}')
      as u (code text, gso_code text, name text, kind text, parent_code text);
    insert into members (email, office_code, role, invited_by)
      values ('dieu-phoi@angiang.vn', 'tinh-an-giang-cu', 'coordinator', 'administrator');
    insert into private.sessions values ('00000000-0000-4000-8000-000000000000', 'dieu-phoi@angiang.vn', now());
    set request.jwt.claims = '{"role": "authenticated", "email": "dieu-phoi@angiang.vn",
      "session_id": "00000000-0000-4000-8000-000000000000"}'`)

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
