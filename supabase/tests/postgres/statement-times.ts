// Whether the longest statements end before a hosted project ends them, on a Postgres server: 100,000 batches are
// published, files of 100,000 rows come in, an office wants 5,000 visit slips, a province is reformed. Each statement runs under the limit of its
// role alone, without the longer one that PostgREST since version 12 takes from a function.
//
//   DATABASE_URL=postgres://… npx node supabase/tests/postgres/statement-times.ts

import assert from 'node:assert/strict'
import { type Sql, withSampleProvince } from '../../../bench/sample-province.ts'
import { localDay, monthOf } from '../../../src/lib/dates/day.ts'
import { fillProvince } from '../fixtures/large-province.ts'
import { communesBeforeReform, largeReform } from '../fixtures/large-reform.ts'
import { workOfCommunes } from '../fixtures/large-work.ts'
import { ended, request, type Session, time } from '../fixtures/timed-statements.ts'

const server = process.env.DATABASE_URL
if (!server) throw new Error('Set DATABASE_URL to a Postgres server on which databases may be made.')

const MANY = 100_000
/** As many rows as the app sends at once (src/data/imports.ts). */
const PART = 4000
async function readFiles(sql: Sql) {
  await time(sql, 'anon', 'open_files', session => session`select * from open_files()`)
  for (const { file } of await sql<{ file: string }[]>`select file from private.open_data_files order by file`) {
    await time(sql, 'anon', `open_csv ${file}`, session => session`select open_csv(${file}, 'true')`)
    await time(sql, 'anon', `open_json ${file}`, session => session`select open_json(${file})::text`)
  }
  await time(sql, 'anon', 'datapackage', session => session`select datapackage()`)
}

const filters = [
  '',
  `, office => 'province'`,
  `, office => 'province', predecessors => 'true'`,
  `, headline => 'true'`,
  `, office => 'office-7', channel => 'counter', trust => 'visit'`,
  `, procedure => '1.000001', from_month => '2018-01-01', to_month => '2026-06-01'`,
  `, office => 'province', field => 'field-2', channel => 'counter'`,
]

async function askFigures(sql: Sql) {
  for (const by of ['all', 'office', 'procedure', 'field', 'channel', 'trust', 'month', 'quarter', 'year', 'factor']) {
    await time(sql, 'anon', `satisfaction by ${by}, ${filters.length} filters`, async session => {
      for (const filter of filters) await session.unsafe(`select * from satisfaction('${by}'${filter})`)
    })
  }
  await time(sql, 'anon', 'answers', session => session`select * from answers()`)
  await time(sql, 'anon', 'coverage', session => session`select * from coverage('office', 'province')`)
}

/** The lists of staff, at their first and their last page of a thousand rows. */
async function readLists(sql: Sql) {
  const lists = {
    batches: 'batches order by number',
    'monthly totals': 'monthly_totals order by month, cell',
    'handled dossiers': 'handled_dossiers order by month, id',
    comments: 'comments order by released_on desc, id',
    'audit log': 'audit_log order by id desc',
    counters: 'office_counters()',
    'orders of visit codes': 'visit_batches()',
    imports: 'imports()',
  }
  for (const [name, list] of Object.entries(lists)) {
    await time(sql, 'authenticated', `${name}, first and last page`, async session => {
      await session.unsafe(`select * from ${list} limit 1000`)
      await session.unsafe(`select * from ${list} limit 1000 offset ${MANY - 1000}`)
    })
  }
  await time(sql, 'authenticated', 'staff_home', session => session`select staff_home('province')`)
}

type File = { rows: number; columns: string[]; row: (n: number) => string[]; mayBeUndone?: boolean }
const digits = (n: number) => String(n).padStart(6, '0')
/** The last months that are over: '2026-03-01'. */
const month = (ago: number) => monthOf(localDay(), -ago)

const files: Record<string, File> = {
  handled: {
    rows: MANY,
    columns: ['office_code', 'procedure_code', 'month', 'channel', 'handled', 'on_time'],
    row: n => [
      `office-${1 + (n % 102)}`,
      `1.${digits(1 + (Math.floor(n / 102) % 60))}`,
      month(1 + Math.floor(n / 6120)),
      'online',
      '50',
      '40',
    ],
    mayBeUndone: true,
  },
  offerings: {
    rows: MANY,
    columns: ['office_code', 'procedure_code', 'opened_on'],
    row: n => [`new-${n % 1000}`, `2.${digits(Math.floor(n / 1000))}`, '2026-01-01'],
    mayBeUndone: true,
  },
  procedures: {
    rows: MANY,
    columns: ['code', 'name', 'field'],
    row: n => [`2.${digits(n)}`, `Thủ tục số ${n}`, `Lĩnh vực ${n % 40}`],
  },
  // Three times as many as the country has.
  offices: {
    rows: 12_000,
    columns: ['code', 'name', 'kind', 'parent_code'],
    row: n => [`new-${n}`, `Xã số ${n}`, 'xã', 'province'],
  },
}

/** A file as the app brings it in: checked, written and, if it may be, taken back. */
async function importFile(sql: Sql, kind: string, { rows, columns, row, mayBeUndone }: File) {
  const file = Buffer.alloc(6_900_000, 'x').toString('base64')
  const begun = await time(
    sql,
    'authenticated',
    `${kind}: begin_import`,
    session => session<{ id: number }[]>`select begin_import(${kind}, 'f.csv', ${file}) as id`,
  )
  const id = begun?.[0]?.id ?? 0
  let slowest = 0
  for (let from = 0; from < rows; from += PART) {
    const part = JSON.stringify(Array.from({ length: PART }, (_, i) => row(from + i)))
    const add = await request(
      sql,
      'authenticated',
      0,
      session => session`select add_import_rows(${id}, ${JSON.stringify(columns)}::text::jsonb, ${part}::text::jsonb)`,
    )
    slowest = Math.max(slowest, add.took)
  }
  console.log(`${Math.round(slowest).toString().padStart(6)} ms of 8000  ${kind}: add_import_rows, the slowest part`)
  const checked = await time(
    sql,
    'authenticated',
    `${kind}: check_import`,
    session => session<{ found: { problem_count: number; added: number } }[]>`select check_import(${id}) as found`,
  )
  if (checked)
    assert.deepEqual(
      [checked[0]?.found.problem_count, checked[0]?.found.added],
      [0, rows],
      `the file of ${kind} is right`,
    )
  const written = await time(
    sql,
    'authenticated',
    `${kind}: finish_import`,
    session => session`select finish_import(${id})`,
  )
  if (!written) return
  await time(sql, 'authenticated', `${kind}: import_file`, session => session`select import_file(${id})`)
  if (mayBeUndone)
    await time(sql, 'authenticated', `${kind}: undo_import`, session => session`select undo_import(${id})`)
}

/** What the body above a thousand communes asks for. */
async function overseeCommunes(sql: Sql) {
  await sql.unsafe(communesBeforeReform)
  await sql.unsafe(workOfCommunes)
  const [periods] = await sql<
    { quarter: string; year: string }[]
  >`select to_char(date_trunc('quarter', now()) - interval '1 day',
    'YYYY"-Q"Q') as quarter, to_char(date_trunc('year', now()) - interval '1 day', 'YYYY') as year`
  for (const period of [periods?.quarter, periods?.year]) {
    await time(sql, 'authenticated', `official_report ${period}`, session =>
      session.unsafe(`select official_report('province', '${period}')`),
    )
    await time(sql, 'authenticated', `report_states ${period}, a part`, session =>
      session.unsafe(`select * from report_states('province', '${period}')`),
    )
  }
  const questions = {
    feedback_list: `select feedback_list('province')`,
    staff_home: `select staff_home('province')`,
    office_counters: 'select * from office_counters()',
    members: 'select * from members order by email, id limit 1000',
    handle_comments: `select handle_comments((select jsonb_agg(id) from (select id from comments limit 500) c), 'true')`,
  }
  for (const [name, question] of Object.entries(questions))
    await time(sql, 'authenticated', `${name}, a thousand communes`, session => session.unsafe(question))
  for (const office of ['null', `'province'`, `'commune-7'`])
    await time(sql, 'anon', `plan_figures ${office}`, session =>
      session.unsafe(`select * from plan_figures(${office})`),
    )
  for (const by of ['office', 'month'])
    await time(sql, 'anon', `coverage by ${by}`, session => session`select * from coverage(${by})`)
}

/** A reform of a thousand communes, in a session that has changed one row before and keeps the plans of that. */
async function reform(sql: Sql) {
  const plan = JSON.stringify(largeReform)
  const carryOut = (confirmed: string) => async (session: Session) => {
    await session`select set_offering_channels('commune-1', '1.000001', 'counter')`
    return session<{ told: { reform?: number } }[]>`select reform_offices(${plan}::text::jsonb, ${confirmed}) as told`
  }
  await time(sql, 'authenticated', 'reform_offices, preview of 1,000', carryOut('false'))
  const done = await time(sql, 'authenticated', 'reform_offices, 1,000', carryOut('true'))
  await time(sql, 'authenticated', 'reforms', session => session`select * from reforms()`)
  await time(
    sql,
    'authenticated',
    'undo_reform, 1,000',
    session => session`select undo_reform(${String(done?.[0]?.told.reform)})`,
  )
}

await withSampleProvince(server, 'hai_long_times', async sql => {
  await fillProvince(sql, MANY)
  await readFiles(sql)
  await askFigures(sql)
  await readLists(sql)
  await time(
    sql,
    'authenticated',
    'make_visit_codes, 5,000',
    session => session`select make_visit_codes('office-1', null, 'counter', '5000', (current_date + 30)::text)`,
  )
  await overseeCommunes(sql)
  await reform(sql)
  for (const kind of ['offices', 'procedures', 'offerings', 'handled']) await importFile(sql, kind, files[kind] as File)
})
assert.deepEqual(ended, [], 'every statement ends in time')
