// Whether the longest statements end before a hosted project ends them, on a Postgres server: 100,000 batches are
// published, files of 100,000 rows come in, an office wants 5,000 visit slips, a province is reformed. Each statement runs under the limit of its
// role alone, without the longer one that PostgREST since version 12 takes from a function.
//
//   DATABASE_URL=postgres://… npx node supabase/tests/statement-times.ts

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type postgres from 'postgres'
import { type Sql, withSampleProvince } from '../../bench/sample-province.ts'
import { localDay, monthOf } from '../../src/lib/dates/day.ts'
import { coordinatorClaims, fillProvince } from './fixtures/large-province.ts'
import { communesBeforeReform, largeReform } from './fixtures/large-reform.ts'

const server = process.env.DATABASE_URL
if (!server) throw new Error('Set DATABASE_URL to a Postgres server on which databases may be made.')

const MANY = 100_000
/** As many rows as the app sends at once (src/data/imports.ts). */
const PART = 4000
const limits = { anon: 3000, authenticated: 8000 }
const ended: string[] = []

type Role = keyof typeof limits
type Session = postgres.TransactionSql

/** Processor time that a connection's process has used, in milliseconds; undefined when it runs on another machine. */
function processorTime(pid: number) {
  try {
    // After the name in brackets: state is field 3, utime and stime are fields 14 and 15, in hundredths of a second (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return undefined
  }
}

type Outcome<Answer> = { answer?: Answer; isEnded: boolean; took: number; share: number }

/** The statements of one request under a limit, and which share of a core it had. */
async function request<Answer>(sql: Sql, role: Role, limit: number, ask: (session: Session) => Promise<Answer>) {
  const claims = role === 'anon' ? '{"role": "anon"}' : coordinatorClaims
  let [begun, used, pid] = [performance.now(), 0, 0]
  const outcome = (isEnded: boolean, answer?: Answer): Outcome<Answer> => {
    const took = performance.now() - begun
    const now = processorTime(pid)
    return {
      ...(answer !== undefined && { answer }),
      isEnded,
      took,
      share: now === undefined ? 1 : (now - used) / took,
    }
  }
  try {
    return (await sql.begin(async session => {
      const [backend] = await session`select pg_backend_pid() as pid`
      await session`select set_config('request.jwt.claims', ${claims}, true), set_config('role', ${role}, true),
        set_config('statement_timeout', ${String(limit)}, true)`
      pid = backend?.pid
      used = processorTime(pid) ?? 0
      begun = performance.now()
      return outcome(false, await ask(session))
    })) as Outcome<Answer>
  } catch (error) {
    // 57014: canceling statement due to statement timeout
    if ((error as { code?: string }).code !== '57014') throw error
    return outcome(true)
  }
}

/**
 * Prints what a request took. Other work of the machine is no fault of a statement: one that was ended is asked again, and gets
 * as much longer as it had less than a core.
 */
async function time<Answer>(sql: Sql, role: Role, name: string, ask: (session: Session) => Promise<Answer>) {
  let limit = limits[role]
  for (let attempt = 1; attempt <= 3; attempt++) {
    const { answer, isEnded, took, share } = await request(sql, role, limit, ask)
    const core = share < 0.8 ? ` with ${Math.round(100 * share)} % of a core` : ''
    console.log(`${String(Math.round(took)).padStart(6)} ms of ${limit}${core}  ${name}${isEnded ? ': ENDED' : ''}`)
    if (!isEnded) return answer
    limit = Math.round(limits[role] / Math.min(1, Math.max(0.05, share)))
  }
  ended.push(name)
}

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

/** A reform of a thousand communes, in a session that has changed one row before and keeps the plans of that. */
async function reform(sql: Sql) {
  await sql.unsafe(communesBeforeReform)
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
  await reform(sql)
  for (const kind of ['offices', 'procedures', 'offerings', 'handled']) await importFile(sql, kind, files[kind] as File)
})
assert.deepEqual(ended, [], 'every statement ends in time')
