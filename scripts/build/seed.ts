import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  communeProcedures,
  communes,
  counters,
  parIndex,
  procedures,
  successions,
  type Unit,
  units,
  usualProcedures,
} from './reference-data.ts'

const supabase = new URL('../../supabase/', import.meta.url)

/** Text as a literal; an empty cell is unknown, not an empty text. */
const literal = (cell: string) => (cell === '' ? 'null' : `'${cell.replaceAll("'", "''")}'`)
const number = (cell: string) => (cell === '' ? 'null' : String(Number(cell)))
const row = (cells: string[]) => `(${cells.join(', ')})`

/** `Đăng ký, quản lý cư trú` -> `dang-ky-quan-ly-cu-tru` */
export const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** What the sign at the door says. Districts and provinces have none here: nobody rates them. */
function desk({ name, kind, closed_on }: Unit): string {
  if (kind !== 'xã' && kind !== 'thị trấn') return ''
  const inSentence = name.charAt(0).toLowerCase() + name.slice(1)
  return `${closed_on === '' ? 'Trung tâm Phục vụ hành chính công' : 'Bộ phận Một cửa'} ${inSentence}`
}

function insert(comment: string, table: string, columns: string, rows: string[]): string {
  return `${comment}\ninsert into ${table} (${columns}) values\n  ${rows.join(',\n  ')}\non conflict do nothing;\n`
}

const offices = insert(
  '-- The old district with its 18 units, and the province and six communes since 01/07/2025.',
  'public.offices',
  'code, gso_code, name, kind, parent_code, desk, opened_on, closed_on',
  units.map(unit =>
    row(
      [
        ...[unit.code, unit.gso_code, unit.name, unit.kind, unit.parent_code],
        ...[desk(unit), unit.opened_on, unit.closed_on],
      ].map(literal),
    ),
  ),
)

const officeSuccessions = insert(
  '-- Which commune took over the work, and the printed codes, of which old unit.',
  'public.office_successions',
  'predecessor_code, successor_code, on_date, legal_basis',
  successions.map(s => row([s.predecessor_code, s.successor_code, s.on_date, s.legal_basis].map(literal))),
)

const fields = insert(
  '-- Fields and procedures by their names and codes on the National Public Service Portal.',
  'public.fields',
  'code, name',
  [...new Set(procedures.map(p => p.field))].map(name => row([slug(name), name].map(literal))),
)

const procedureRows = insert(
  '-- An empty time limit is one that the portal does not give.',
  'public.procedures',
  'code, name, field_code, level, decision, counter_days, online_days, post_days, days_unit, official_url',
  procedures.map(p =>
    row([
      ...[p.code, p.name, slug(p.field), p.level, p.decision].map(literal),
      ...[p.counter_days, p.online_days, p.post_days].map(number),
      ...[p.days_unit, p.official_url].map(literal),
    ]),
  ),
)

const offerings = `-- Every procedure of commune level at each of the six centres, since the day they opened. Procedures of the province
-- alone are not handed in there, and what the old units offered is not known.
insert into public.offerings (office_code, procedure_code, opened_on)
select office, procedure, date '2025-07-01'
from unnest(array[
    ${communes.map(c => literal(c.code)).join(', ')}
  ]) office,
  unnest(array[
    ${lines(
      communeProcedures.map(p => literal(p.code)),
      8,
    )}
  ]) procedure
on conflict do nothing;
`

/** Items separated by commas, so many a line. */
function lines(items: string[], perLine: number): string {
  return items.map((item, i) => (i === 0 ? '' : i % perLine === 0 ? ',\n    ' : ', ') + item).join('')
}

const counterRows = insert(
  '-- Where a rating can start. The posters of the old units still hang somewhere, and lead to the successor.',
  'private.counters',
  'code, office_code, number, name, channel, kind, retired_on, replaced_by',
  counters.map(c =>
    row([c.code, c.office_code, c.number, c.name, c.channel, c.kind, c.retired_on, c.replaced_by].map(literal)),
  ),
)

/** An unknown group is text: a list of values that are all unknown has no other type. */
function parRow({ office_code, year, score, rank, ranked_units, group_name, source }: (typeof parIndex)[number]) {
  const group = group_name === '' ? 'null::text' : literal(group_name)
  return row([literal(office_code), ...[year, score, rank, ranked_units].map(number), group, literal(source)])
}

const lists = [...new Set(usualProcedures.map(({ list }) => list))].map(list => {
  const at = counters.filter(counter => counter.usual === list).map(({ code }) => literal(code))
  const usual = usualProcedures.filter(line => line.list === list).map(line => literal(line.procedure_code))
  return `insert into private.usual_procedures (counter_code, procedure_code, position)
select counter, procedure, position
from unnest(array[
    ${lines(at, 10)}
  ]) counter,
  unnest(array[${usual.join(', ')}]) with ordinality usual (procedure, position)
on conflict do nothing;
`
})

const opening = `-- What a new installation starts with. Written by scripts/build/seed.ts from supabase/reference/*.csv: change those and
-- run it again. Whatever an agency has changed since stays as it is: a row that is there is left alone.
`

/** supabase/seed.sql, as the reference files give it. */
export const seedSql = [
  opening,
  offices,
  officeSuccessions,
  fields,
  procedureRows,
  offerings,
  counterRows,
  '-- The short lists shown before the search, alike at counters of one kind.',
  ...lists,
].join('\n')

/**
 * supabase/seeds/par-index.sql. Reference data that came after seed.sql has a file of its own: each file is run once in a
 * database, so that one in use gets what is new, and what its staff have deleted does not come back.
 */
export const parIndexSql = `-- The index of administrative reform, which the province published for the old district. Written by scripts/build/seed.ts
-- from supabase/reference/par-index.csv. Only for a unit that is there and of which no year is known.
insert into public.par_index (office_code, year, score, rank, ranked_units, group_name, source)
select s.* from (values
  ${parIndex.map(parRow).join(',\n  ')}
) s (office_code, year, score, rank, ranked_units, group_name, source)
where exists (select from public.offices o where o.code = s.office_code)
  and not exists (select from public.par_index p where p.office_code = s.office_code);
`

/** The files that a new database begins with, in their order: as sql_paths of supabase/config.toml. */
export const seedFiles = { 'seed.sql': seedSql, 'seeds/par-index.sql': parIndexSql }

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const [file, sql] of Object.entries(seedFiles)) writeFileSync(new URL(file, supabase), sql)
