import type { Details } from '../../../data/details'
import type { RatingCall, ReceiptState, Score } from '../../../data/ratings'
import type { QuestionStep } from '../../shell/questions'

/** A rating as the person wants it, as the page last showed it. Only the page writes it. */
export type RatingDraft = {
  receipt: string
  /** The code that was scanned, a counter's or a visit's, and how the header names the place. */
  code: string
  place: string
  score: Score
  procedure: string | null
  details: Details
  /** A comment that is still being written: it is in no call yet. */
  draft?: string | undefined
  ratedAt: number
  step: Step
}

/** The step that the conversation has reached. 'closed': another rating begins. */
export type Step = QuestionStep | 'thanks' | 'withdrawn' | 'closed'

/** The server's last answer about a receipt. Only the outbox writes it. */
export type Outcome = {
  receipt: string
  state?: ReceiptState | undefined
  /** When the state was true, in Unix milliseconds. */
  heardAt?: number | undefined
  refused?: { fn: RatingCall['fn']; key: string } | undefined
}

/**
 * A call on its way. It outlives a deploy: `version` says how to read it, and it holds the request itself, so that
 * a newer app needs to know nothing else to send it.
 */
export type StoredCall = {
  version: 1
  /** The order of the taps; the store gives it. */
  seq: number
  receipt: string
  call: RatingCall
  /** Its id has been made anew by the server's clock; that is done once. */
  redated?: true
  /** No draft is stored for it, and nothing once it is answered: the next person uses the same device. */
  unnamed?: true
  /** How often it has been sent in vain: other receipts' calls that failed less often are sent before it. */
  failures?: number
}

/** The key of a tally of what has arrived. */
export const ARRIVED = 'arrived'

/** A count of answered calls without a draft, so that nothing about a single one is stored. */
export type Tally = {
  /** Why calls were refused, or ARRIVED. */
  reason: string
  /** The number of refused calls; those that arrived are not counted. */
  n: number
  /** When the last of them was answered: the hour, since a minute could reveal whose it was. */
  last: number
}

const HOUR = 60 * 60_000

export const counted = (reason: string, before: number, now: number): Tally => ({
  reason,
  n: before + Number(reason !== ARRIVED),
  last: now - (now % HOUR),
})

export const VERSION = 1

type Rows = {
  calls: Omit<StoredCall, 'seq'> & { seq?: number }
  visits: RatingDraft
  outcomes: Outcome
  tallies: Tally
}
export type TableName = keyof Rows
export type Row<Table extends TableName> = Table extends 'calls' ? StoredCall : Rows[Table]

export const tables = {
  calls: { keyPath: 'seq', autoIncrement: true },
  visits: { keyPath: 'receipt' },
  outcomes: { keyPath: 'receipt' },
  tallies: { keyPath: 'reason' },
}

/** Rows to write, and keys of rows to remove. */
export type Puts = { [Table in TableName]?: Rows[Table][] }
export type Removals = { [Table in TableName]?: (string | number)[] }

/** The outbox's storage. */
export type Store = {
  /** All rows of a table, in the order of their keys. */
  all<Table extends TableName>(table: Table): Promise<Row<Table>[]>
  /** All of it or nothing. Durable once it resolves. */
  write(puts: Puts, removals?: Removals): Promise<void>
  /** Puts a call in the place of the one with the same `seq`, if that still waits. */
  replace(call: StoredCall): Promise<void>
  /**
   * Runs the work while no other page of this device runs any; `isMine` is false once another has taken over. False when
   * another page is at it right now.
   */
  alone(work: (isMine: () => boolean) => Promise<void>): Promise<boolean>
}

/** For a browser without storage, and for tests. */
export function memoryStore(): Store {
  const kept = new Map(Object.keys(tables).map(table => [table, new Map<unknown, object>()]))
  let sequence = 0
  const write = async (puts: Puts, removals: Removals = {}) => {
    for (const [name, rows] of kept) {
      const table = name as TableName
      for (const row of puts[table] ?? []) {
        const whole: Record<string, unknown> = table === 'calls' ? { seq: ++sequence, ...row } : row
        rows.set(whole[tables[table].keyPath], whole)
      }
      for (const key of removals[table] ?? []) rows.delete(key)
    }
  }
  return {
    all: async <Table extends TableName>(table: Table) => [...(kept.get(table)?.values() ?? [])] as Row<Table>[],
    write,
    // One page alone uses it: what it sends still waits.
    replace: call => write({ calls: [call] }),
    alone: async work => {
      await work(() => true)
      return true
    },
  }
}
