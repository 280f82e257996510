import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

type Row<Column extends string> = Readonly<Record<Column, string>>

/** One file of supabase/reference, a row an object; an empty cell is an empty string. */
function read<Column extends string>(file: string): Row<Column>[] {
  return parse(readFileSync(new URL(`../../supabase/reference/${file}`, import.meta.url)), { columns: true })
}

export type Unit = Row<'code' | 'gso_code' | 'name' | 'kind' | 'parent_code' | 'opened_on' | 'closed_on'>
export type Procedure = Row<
  | ('code' | 'name' | 'field' | 'level' | 'decision' | 'days_unit' | 'official_url')
  | ('counter_days' | 'online_days' | 'post_days')
>
export type Counter = Row<
  'code' | 'office_code' | 'number' | 'name' | 'channel' | 'kind' | 'usual' | 'retired_on' | 'replaced_by'
>

export const units = read<keyof Unit>('units.csv')
export const successions = read<'predecessor_code' | 'successor_code' | 'on_date' | 'legal_basis'>(
  'unit-successions.csv',
)
export const procedures = read<keyof Procedure>('procedures.csv')
export const counters = read<keyof Counter>('counters.csv')
/** The index of administrative reform as the newspaper of the province had it. */
export const parIndex = read<'office_code' | 'year' | 'score' | 'rank' | 'ranked_units' | 'group_name' | 'source'>(
  'par-index.csv',
)
/** The targets, which the migrations hold as well: what computes them is part of the code. */
export const planTargets = read<'code' | 'name' | 'operator' | 'target_percent' | 'how_known'>('plan-targets.csv')
export const usualProcedures = read<'list' | 'position' | 'procedure_code'>('usual-procedures.csv')

/** The communes of today; each has a one-stop centre. */
export const communes = units.filter(unit => unit.kind === 'xã' && unit.closed_on === '')

/** What the law hands in at a commune: some procedures of the same fields are for the province alone. */
export const communeProcedures = procedures.filter(procedure => procedure.level.split(', ').includes('Cấp xã'))

const birthDesk = counters.find(counter => counter.office_code === 'xa-cho-moi' && counter.name === 'Quầy 1: Hộ tịch')
if (!birthDesk) throw new Error('supabase/reference/counters.csv has no desk for births at xã Chợ Mới')

/** The code on the desk where xã Chợ Mới registers births: the page that `npm start` opens on a phone. */
export const birthRegistrationCounter = birthDesk.code
