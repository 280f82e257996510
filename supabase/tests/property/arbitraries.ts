/** Random histories as plain data, small enough to read when one of them shows a mutation. */
import fc from 'fast-check'
import { fieldCodes, notOffered, offices, procedures } from './sample-province.ts'

/** Minutes of `wait` pass before each act. `which` picks one of the earlier people, or batches, by its remainder. */
export type Act =
  | {
      do: 'rate'
      wait: number
      /** So many people give one after another the same answers but their own scores. */
      people: number
      counter: number
      /** 0 names none. */
      procedure: number
      score: number
      /** With a one-time code: a fresh one, or one already used. */
      visit: 'none' | 'fresh' | 'spent'
      /** null: everybody has a phone of their own. 'none': sent without one, by a program, and so is all that is alike. */
      device: string | null
      details: Details | null
      /** At a kiosk: its key signed the rating. */
      proven: boolean
      /** Days the rating lay in the outbox of a phone. */
      offline: number
    }
  | { do: 'again'; wait: number; which: number; forged: boolean }
  | { do: 'correct'; wait: number; which: number; score?: number; procedure?: string | null }
  | { do: 'detail'; wait: number; which: number; details: Details }
  | { do: 'withdraw'; wait: number; which: number }
  /** On the morning so many days ahead, or (0) at once; `step` stops after one office, as a slow machine would. */
  | { do: 'release'; days: number; step: boolean }
  /** Proposed by an auditor; `by` is what becomes of it: two of them void it, or it is not two. */
  | { do: 'void'; which: number; by: VoidedBy }

export const voidedBy = ['two', 'coordinator_first', 'same_person', 'same_role', 'withdrawn'] as const
export type VoidedBy = (typeof voidedBy)[number]

export type Details = { praised?: string[]; improve?: string[]; timeliness?: string; comment?: string }

export type Question = {
  by: string
  office: string | null
  procedure: string | null
  field: string | null
  channel: string | null
  trust: string | null
  from_month: string | null
  to_month: string | null
  /** Only the last twelve months. */
  headline: true | null
}

export type History = {
  k: number
  retention: number
  /** How many counters are in use: the fewer, the sooner batches form. */
  spread: number
  /** How many procedures people come for. */
  kinds: number
  questions: Question[]
  acts: (Act | null)[]
  /** The last release follows after so many days. */
  closing: number
}

const wait = fc.constantFrom(1, 5, 29, 30, 31, 240, 1440)
const which = fc.nat(60)
const factor = fc.constantFrom('staff', 'access', 'result')

const details: fc.Arbitrary<Details> = fc.record(
  {
    praised: fc.uniqueArray(factor, { maxLength: 2 }),
    improve: fc.uniqueArray(factor, { maxLength: 2 }),
    timeliness: fc.constantFrom('early', 'late'),
    comment: fc.constantFrom('Cảm ơn.'),
  },
  { requiredKeys: [] },
)

const rate = fc.record({
  do: fc.constant('rate' as const),
  wait,
  people: fc.constantFrom(1, 2, 3, 4, 6, 8, 10, 12, 14, 17, 20, 24),
  counter: fc.nat(6),
  procedure: fc.nat(4),
  score: fc.integer({ min: 1, max: 5 }),
  visit: fc.constantFrom(
    'none' as const,
    'none' as const,
    'none' as const,
    'fresh' as const,
    'fresh' as const,
    'fresh' as const,
    'spent' as const,
  ),
  device: fc.constantFrom(null, null, null, null, null, null, 'device-0000000001', 'none'),
  // Often the same few, so that groups of twenty form.
  details: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom<Details[]>({ timeliness: 'early' }, { timeliness: 'late' }) },
    { weight: 2, arbitrary: details },
  ),
  proven: fc.constantFrom(true, true, true, false),
  offline: fc.constantFrom(0, 0, 0, 0, 0, 0, 3, 32),
})

const release = fc.record({
  do: fc.constant('release' as const),
  days: fc.constantFrom(1, 0, 0, 2, 10, 20, 25, 28, 30, 42, 90, 90),
  step: fc.constantFrom(false, false, false, true),
})

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 14, arbitrary: rate },
  { weight: 5, arbitrary: release },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), wait, which, forged: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        do: fc.constant('correct' as const),
        wait,
        which,
        score: fc.integer({ min: 1, max: 5 }),
        procedure: fc.constantFrom(null, ...procedures, notOffered),
      },
      { requiredKeys: ['do', 'wait', 'which'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('detail' as const), wait, which, details }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), wait, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), which, by: fc.constantFrom(...voidedBy) }) },
)

// Most filters are left out: a question with all of them is mostly answered by nothing.
const rarely = <T>(...values: T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const month = rarely('2026-01-01', '2026-02-01', '2026-03-01', '2026-05-01')

const anyQuestion: fc.Arbitrary<Question> = fc.record({
  by: fc.constantFrom('all', 'office', 'procedure', 'field', 'channel', 'trust', 'month', 'quarter', 'year', 'factor'),
  office: rarely(...offices),
  procedure: rarely(...procedures.slice(0, 2)),
  field: rarely(...fieldCodes),
  channel: rarely('counter', 'online'),
  trust: rarely('visit', 'on_site', 'control', 'walk_in'),
  from_month: month,
  to_month: month,
  headline: rarely(true as const),
})
/** A period that ends before it begins is refused. */
const question = anyQuestion.map(asked => {
  const { from_month, to_month } = asked
  const isReversed = from_month !== null && to_month !== null && from_month > to_month
  return isReversed ? { ...asked, from_month: to_month, to_month: from_month } : asked
})

export const histories: fc.Arbitrary<History> = fc.record({
  // First, so that it shrinks first: nothing in the place of an act leaves the few that matter.
  acts: fc.array(fc.option(act, { freq: 30 }), { minLength: 11, maxLength: 18, size: 'max' }),
  k: fc.constantFrom(5, 5, 6, 6, 7, 8, 9, 10, 11, 12),
  retention: fc.constantFrom(365, 62),
  spread: fc.constantFrom(1, 1, 2, 2, 3, 4, 7),
  kinds: fc.integer({ min: 1, max: 5 }),
  questions: fc.array(question, { minLength: 1, maxLength: 3, size: 'max' }),
  closing: fc.constantFrom(1, 2, 10, 25, 30, 42, 90),
})
