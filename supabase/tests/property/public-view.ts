/** What anyone can read, and the same figures recomputed from the ledger alone, without the database. */
import { monthOf as monthOfDay } from '../../../src/lib/dates/day.ts'
import type { Question } from './arbitraries.ts'
import { isWithin } from './sample-province.ts'

export type Scores = { n: number; score_1: number; score_2: number; score_3: number; score_4: number; score_5: number }

export type Batch = Scores & {
  number: number
  office_code: string
  procedure_code: string | null
  field_code: string | null
  channel: string | null
  trust: string | null
  released_on: string
  details: null
  voids: number | null
  reason: string | null
  recorded_on: string
  receipts_root: string | null
  previous_hash: string
  hash: string
}

export type Total = Scores &
  Pick<Batch, 'office_code' | 'procedure_code' | 'field_code' | 'channel' | 'trust'> & { month: string }

export type Row = { [S in keyof Scores]: number | null } & {
  key: string | null
  n: number
  satisfied: number
  rate: number
  evidence: string | null
  n_proven: number | null
  n_published: number | null
}

/** A group of optional answers, an entry of the same chain. */
export type AnswerGroup = {
  position: number
  after_batch: number
  quarter: string
  office_code: string
  procedure_code: string | null
  field_code: string | null
  question: string
  n: number
  answers: Record<string, number>
  released_on: string
  previous_hash: string
  hash: string
}

type Answered = { position: number; question: string; answer: string; n: number }

export type PublicView = {
  batches: Batch[]
  groups: AnswerGroup[]
  totals: Total[]
  waiting: Record<string, number>
  set_aside: { office_code: string; quarter: string; reason: string; n: number }[]
  settings: Record<string, unknown>
  answers: Row[][]
  /** For the first few questions: optional answers, ratings beside dossiers, the office's badge, a link's card, the plan. */
  others: {
    said: Record<string, number>
    rated: number | null
    badge: string | null
    card: { description: string } | null
    /** Satisfied and all ratings of online services, by the first day of the quarter. */
    plan: Record<string, [satisfied: number, n: number]>
  }[]
  /** The open files: batches, monthly totals, corrections, set aside, offices, answers. */
  files: [
    Batch[],
    Total[],
    Batch[],
    PublicView['set_aside'],
    { code: string; waiting: number }[],
    Answered[],
    AnswerGroup[],
  ]
  /** How many rows the list of files says each has: in the last view of a history. */
  entries: Record<string, number> | null
  ledger: { batches: number; hash: string }
}

export const scores = ['score_1', 'score_2', 'score_3', 'score_4', 'score_5'] as const

/** The batches that count: neither voided nor a reversal. */
export function standing(batches: Batch[]) {
  const voided = new Set(batches.map(b => b.voids))
  return batches.filter(b => b.voids === null && !voided.has(b.number))
}

export const monthOf = (b: Batch) => `${b.released_on.slice(0, 7)}-01`

/** A question with the months that it is about: those of the headline are the twelve up to that of the last release. */
export function withMonths(question: Question, { last_release_on: day }: PublicView['settings']): Question {
  if (!question.headline || typeof day !== 'string') return question
  const [first, last] = [-11, 0].map(months => monthOfDay(day, months)) as [string, string]
  return {
    ...question,
    from_month: [first, question.from_month ?? first].sort()[1] as string,
    to_month: [last, question.to_month ?? last].sort()[0] as string,
  }
}

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

export const sum = (batches: Batch[], field: keyof Scores) => batches.reduce((total, b) => total + b[field], 0)

/** The batches behind each row of an answer, by the row's key. */
export function coverage(batches: Batch[], question: Question) {
  return Map.groupBy(
    standing(batches).filter(b => matches(b, question)),
    b => keyOf(b, question.by),
  )
}

/** Few, so that the short histories of a run reach it; the database of the run is told (replay.ts). */
export const LEAST_PROVEN = 10
/** Answers in which all rows count one kind of rating. */
export const series = ['month', 'quarter', 'year']

/** The same as a figure counts them: those with a visit code alone where they are enough, else all. */
function counted(batches: Batch[], question: Question) {
  const rows = [...coverage(batches, question)].map(([key, all]) => ({
    key,
    all,
    proven: all.filter(b => b.trust === 'visit'),
  }))
  if (question.by === 'trust' || question.trust !== null)
    return rows.map(({ key, all }) => ({ key, all, covered: all }))
  const together = rows.reduce((total, { proven }) => total + sum(proven, 'n'), 0)
  return rows
    .map(({ key, all, proven }) => {
      const n = series.includes(question.by) ? together : sum(proven, 'n')
      return { key, all, covered: n >= LEAST_PROVEN ? proven : all }
    })
    .filter(({ covered }) => covered.length > 0)
}

const isInPeriod = ({ quarter }: AnswerGroup, { from_month, to_month }: Question) => {
  const last = `${quarter.slice(0, 5)}${String(Number(quarter.slice(5, 7)) + 2).padStart(2, '0')}-01`
  return (from_month === null || quarter >= from_month) && (to_month === null || last <= to_month)
}

/** The groups that a question covers: none names a channel or a trust. */
const groupsOf = (groups: AnswerGroup[], q: Question) =>
  groups.filter(
    g =>
      q.channel === null &&
      q.trust === null &&
      (q.office === null || isWithin(g.office_code, q.office)) &&
      (q.procedure === null || g.procedure_code === q.procedure) &&
      (q.field === null || g.field_code === q.field) &&
      isInPeriod(g, q),
  )

function sumsOf(groups: AnswerGroup[], isAsked: (question: string) => boolean) {
  const sums: Record<string, number> = {}
  for (const { question, answers } of groups.filter(g => isAsked(g.question))) {
    for (const [answer, n] of Object.entries(answers)) {
      sums[`${question}.${answer}`] = (sums[`${question}.${answer}`] ?? 0) + n
    }
  }
  return sums
}

const isFactor = (question: string) => question === 'praised' || question === 'improve'

/** The optional answers as `answers` must give them: sums over the groups that a question covers. */
export const saidIn = (groups: AnswerGroup[], question: Question) =>
  sumsOf(groupsOf(groups, question), asked => !isFactor(asked))

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

function factorRows(groups: AnswerGroup[]) {
  const sums = sumsOf(groups, isFactor)
  return ['access', 'procedure', 'staff', 'result', 'feedback']
    .map(factor => {
      const praised = sums[`praised.${factor}`] ?? 0
      return { key: factor, n: praised + (sums[`improve.${factor}`] ?? 0), satisfied: praised }
    })
    .filter(row => row.n > 0)
}

/** An answer as `satisfaction` must give it: each row the sum of the batches it covers. */
export function answer({ batches, groups }: Pick<PublicView, 'batches' | 'groups'>, question: Question) {
  if (question.by === 'factor') {
    return factorRows(groupsOf(groups, question))
  }
  return counted(batches, question).map(({ key, all, covered }) => ({
    key,
    n_published: sum(all, 'n'),
    n_proven: sum(
      all.filter(b => b.trust === 'visit'),
      'n',
    ),
    n: sum(covered, 'n'),
    ...Object.fromEntries(scores.map(s => [s, sum(covered, s)])),
    satisfied: sum(covered, 'score_4') + sum(covered, 'score_5'),
  }))
}
