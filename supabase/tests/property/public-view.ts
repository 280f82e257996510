/** What anyone can read, and the same figures recomputed from the ledger alone, without the database. */
import { createHash } from 'node:crypto'
import type { Question } from './arbitraries.ts'
import { isWithin } from './sample-province.ts'

type Scores = { n: number; score_1: number; score_2: number; score_3: number; score_4: number; score_5: number }

export type Batch = Scores & {
  number: number
  office_code: string
  procedure_code: string | null
  field_code: string | null
  channel: string | null
  trust: string | null
  released_on: string
  details: Record<string, number>
  voids: number | null
  reason: string | null
  recorded_on: string
  previous_hash: string
  hash: string
}

type Total = Scores &
  Pick<Batch, 'office_code' | 'procedure_code' | 'field_code' | 'channel' | 'trust'> & { month: string }

type Row = { [S in keyof Scores]: number | null } & {
  key: string | null
  n: number
  satisfied: number
  rate: number
}

type Answered = { number: number; question: string; answer: string; n: number }

export type PublicView = {
  batches: Batch[]
  totals: Total[]
  waiting: Record<string, number>
  set_aside: { office_code: string; reason: string; n: number }[]
  settings: Record<string, unknown>
  answers: Row[][]
  /** For the first few questions: the optional answers, the ratings beside the dossiers, the office's badge, a link's card. */
  others: {
    said: Record<string, number>
    rated: number | null
    badge: string | null
    card: { description: string } | null
  }[]
  /** The open files: batches, monthly totals, corrections, set aside, offices, answers. */
  files: [Batch[], Total[], Batch[], PublicView['set_aside'], { code: string; waiting: number }[], Answered[]]
  /** How many rows the list of files says each has. */
  entries: Record<string, number>
  ledger: { batches: number; hash: string }
}

const scores = ['score_1', 'score_2', 'score_3', 'score_4', 'score_5'] as const

/** The batches that count: neither voided nor a reversal. */
export function standing(batches: Batch[]) {
  const voided = new Set(batches.map(b => b.voids))
  return batches.filter(b => b.voids === null && !voided.has(b.number))
}

const monthOf = (b: Batch) => `${b.released_on.slice(0, 7)}-01`

const matches = (b: Batch, q: Question) =>
  (q.office === null || isWithin(b.office_code, q.office)) &&
  (q.procedure === null || b.procedure_code === q.procedure) &&
  (q.field === null || b.field_code === q.field) &&
  (q.channel === null || b.channel === q.channel) &&
  (q.trust === null || b.trust === q.trust) &&
  (q.from_month === null || monthOf(b) >= q.from_month) &&
  (q.to_month === null || monthOf(b) <= q.to_month)

function keyOf(b: Batch, by: string): string | null {
  const [year, month] = monthOf(b).split('-')
  switch (by) {
    case 'office':
      return b.office_code
    case 'procedure':
      return b.procedure_code
    case 'field':
      return b.field_code
    case 'channel':
      return b.channel ?? 'mixed'
    case 'trust':
      return b.trust ?? 'mixed'
    case 'month':
      return `${year}-${month}`
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'year':
      return String(year)
    default:
      return 'all'
  }
}

const sum = (batches: Batch[], field: keyof Scores) => batches.reduce((total, b) => total + b[field], 0)

/** The batches behind each row of an answer, by the row's key. */
export function coverage(batches: Batch[], question: Question) {
  return Map.groupBy(
    standing(batches).filter(b => matches(b, question)),
    b => keyOf(b, question.by),
  )
}

/** The optional answers as `answers` must give them: sums over the batches that a question covers. */
export function saidIn(batches: Batch[], question: Question) {
  const said: Record<string, number> = {}
  for (const { details } of standing(batches).filter(b => matches(b, question))) {
    for (const [answer, n] of Object.entries(details)) {
      if (!/^(praised|improve)\./.test(answer)) said[answer] = (said[answer] ?? 0) + n
    }
  }
  return said
}

/** The months in which the offices of the sample province reported what they handled. */
const reported = ['2026-01-01', '2026-02-01', '2026-03-01']

/** The ratings beside those dossiers; null when the question leaves no report. */
export function ratedIn(batches: Batch[], { office, from_month, to_month }: Question) {
  const months = reported.filter(m => (from_month === null || m >= from_month) && (to_month === null || m <= to_month))
  const covered = standing(batches).filter(
    b => months.includes(monthOf(b)) && (office === null || isWithin(b.office_code, office)),
  )
  return months.length === 0 ? null : sum(covered, 'n')
}

function factorRows(batches: Batch[]) {
  const count = (answer: string) => batches.reduce((total, b) => total + (b.details[answer] ?? 0), 0)
  return ['access', 'procedure', 'staff', 'result', 'feedback']
    .map(factor => {
      const praised = count(`praised.${factor}`)
      return { key: factor, n: praised + count(`improve.${factor}`), satisfied: praised }
    })
    .filter(row => row.n > 0)
}

/** An answer as `satisfaction` must give it: each row the sum of the batches it covers. */
export function answer(batches: Batch[], question: Question) {
  if (question.by === 'factor') {
    return factorRows(standing(batches).filter(b => matches(b, question)))
  }
  return [...coverage(batches, question)].map(([key, covered]) => ({
    key,
    n: sum(covered, 'n'),
    ...Object.fromEntries(scores.map(s => [s, sum(covered, s)])),
    satisfied: sum(covered, 'score_4') + sum(covered, 'score_5'),
  }))
}

/** An answer as it came, without what follows from its counts, in an order of our own. */
export const countsOf = (rows: object[]) =>
  rows
    .map(row => {
      const { key, n, satisfied, ...rest } = row as Row
      return JSON.stringify([key, n, satisfied, ...scores.map(s => rest[s] ?? null)])
    })
    .sort()

/** The monthly totals recomputed; a voided batch and its reversal leave a row of zeros. */
export function totalsOf(batches: Batch[]) {
  const cells = Map.groupBy(batches, b => JSON.stringify([monthOf(b), ...ways(b)]))
  return [...cells].map(([cell, covered]) =>
    JSON.stringify([cell, sum(covered, 'n'), ...scores.map(s => sum(covered, s))]),
  )
}

const ways = (t: Omit<Total, 'month' | keyof Scores>) => [
  t.office_code,
  t.procedure_code,
  t.field_code,
  t.channel,
  t.trust,
]

export const totalsRead = (totals: Total[]) =>
  totals.map(t => JSON.stringify([JSON.stringify([t.month, ...ways(t)]), t.n, ...scores.map(s => t[s])]))

/** The hash of a row of the ledger, from the fields as the public file has them. */
export function hashOf(b: Batch) {
  const details = `{${Object.entries(b.details)
    .map(([answer, n]) => `${JSON.stringify(answer)}: ${n}`)
    .join(', ')}}`
  const fields = [b.previous_hash, b.number, b.office_code, b.procedure_code, b.field_code, b.channel, b.trust]
  const counts = [b.released_on, b.n, ...scores.map(s => b[s]), details, b.voids, b.reason, b.recorded_on]
  return createHash('sha256')
    .update([...fields, ...counts].map(value => value ?? '').join('|'))
    .digest('hex')
}
