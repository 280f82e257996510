import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * A row of the ledger's CSV, each field as its text: a batch or, with a position, an entry that is none: a change of a rule
 * or, with a question, a group of optional answers.
 */
export type LedgerRow = Record<string, string>

/** The hashed fields, in order (private.batch_text). Where there is a receipts_root, it is the last. */
export const HASHED =
  'previous_hash number office_code procedure_code field_code channel trust released_on n score_1 score_2 score_3 score_4 score_5 details voids reason recorded_on'.split(
    ' ',
  )
/** Of a change of a rule (private.rule_change_hash). */
export const HASHED_OF_CHANGE = 'previous_hash position after_batch key old_value value decided_on valid_from'.split(
  ' ',
)
/** Of a group of optional answers (private.answer_group_hash). */
export const HASHED_OF_GROUP =
  'previous_hash position after_batch quarter office_code procedure_code field_code question n answers released_on'.split(
    ' ',
  )
export const COUNTS = ['n', 'score_1', 'score_2', 'score_3', 'score_4', 'score_5'] as const

/** The previous hash of the first batch. */
export const BEGINNING = '0'.repeat(64)

export const isChange = (row: LedgerRow) => row.position !== undefined
export const isGroup = (row: LedgerRow) => row.question !== undefined
const HASHED_WITH_RECEIPTS = [...HASHED, 'receipts_root']
const ofBatch = (row: LedgerRow) => (row.receipts_root ? HASHED_WITH_RECEIPTS : HASHED)
const hashedOf = (row: LedgerRow) => (!isChange(row) ? ofBatch(row) : isGroup(row) ? HASHED_OF_GROUP : HASHED_OF_CHANGE)

/**
 * The whole chain: batches as they stand in their file, and after each, by position, the changes of rules and the groups of
 * answers that were made when it was the last (private.ledger_head). Those after a batch that is not there come last,
 * where they break the chain.
 */
export function chainOf(batches: readonly LedgerRow[], others: readonly LedgerRow[]) {
  const changes = [...others].sort((a, b) => Number(a.position) - Number(b.position))
  const numbers = new Set(['0', ...batches.map(({ number }) => number)])
  const after = (number: string) => changes.filter(change => change.after_batch === number)
  const lost = changes.filter(change => !numbers.has(change.after_batch ?? ''))
  return [...after('0'), ...batches.flatMap(batch => [batch, ...after(batch.number ?? '')]), ...lost]
}

/**
 * A fault, its batch and, if it can be found, its fields. A hash shows only that something was changed; the field is
 * found by trying the changes that make the hash right again.
 */
export type Fault = {
  kind: 'order' | 'previous' | 'content' | 'sum' | 'voids_unknown' | 'no_reversal' | 'unreadable' | 'dated_back'
  /** Of the batch or, if it is none, the position of the entry. */
  number: string
  isChange?: true
  fields: string[]
  /** The text in the ledger, and the right one. */
  found?: string
  expected?: string
}

const text = (row: LedgerRow, field: string) => row[field] ?? ''

/** A row as it is hashed (private.batch_text and its like). */
export const textOf = (row: LedgerRow) =>
  hashedOf(row)
    .map(field => text(row, field))
    .join('|')

/** SHA-256 in hex. In plain JavaScript, because a page without https has no crypto.subtle. */
export const hashRow = (row: LedgerRow) => bytesToHex(sha256(textOf(row)))

const numbersOf = (row: LedgerRow) => COUNTS.map(field => Number(text(row, field)))

/** The first fault of a row, given the number that it should have, the rows beside it and all batches by number. */
export function faultOf(
  rows: readonly LedgerRow[],
  at: number,
  expected: string,
  byNumber: Map<string, LedgerRow>,
): Fault | undefined {
  const row = rows[at] as LedgerRow
  const fault = linkFault(rows, at, expected) ?? (isChange(row) && !isGroup(row) ? dateFault(row) : undefined)
  if (fault) return isChange(row) ? { ...fault, isChange: true } : fault
  return isChange(row) ? undefined : (sumFault(row) ?? reversalFault(row, byNumber))
}

function linkFault(rows: readonly LedgerRow[], at: number, expected: string): Fault | undefined {
  const row = rows[at] as LedgerRow
  const field = isChange(row) ? 'position' : 'number'
  const number = text(row, field)
  const previous = at === 0 ? BEGINNING : text(rows[at - 1] as LedgerRow, 'hash')
  const isRight = text(row, 'hash') === hashRow(row)
  if (number !== expected) {
    const isTypo = !isRight && hashRow({ ...row, [field]: expected }) === text(row, 'hash')
    if (isTypo) return { kind: 'content', number: expected, fields: [field], found: number, expected }
    return { kind: 'order', number, fields: [field], found: number, expected }
  }
  if (!isRight) return changed(rows, at, number, previous)
  if (text(row, 'previous_hash') !== previous) {
    return {
      kind: 'previous',
      number,
      fields: ['previous_hash'],
      found: text(row, 'previous_hash'),
      expected: previous,
    }
  }
  return undefined
}

/** A rule for a day that had begun when it was decided. */
function dateFault(row: LedgerRow): Fault | undefined {
  const [decided, valid] = [text(row, 'decided_on'), text(row, 'valid_from')]
  if (valid > decided) return undefined
  return { kind: 'dated_back', number: text(row, 'position'), fields: ['valid_from'], found: valid, expected: decided }
}

/** The content has another hash: which change makes it right? */
function changed(rows: readonly LedgerRow[], at: number, number: string, previous: string): Fault {
  const row = rows[at] as LedgerRow
  const next = rows[at + 1]
  if (next && text(next, 'previous_hash') === hashRow(row)) {
    return { kind: 'content', number, fields: ['hash'], found: text(row, 'hash'), expected: hashRow(row) }
  }
  for (const mended of mendings(row, previous)) {
    const fields = hashedOf(row).filter(field => mended[field] !== row[field])
    if (fields.length === 0 || hashRow(mended) !== text(row, 'hash')) continue
    const show = (shown: LedgerRow) => fields.map(field => text(shown, field)).join(', ')
    return { kind: 'content', number, fields, found: show(row), expected: show(mended) }
  }
  return { kind: 'content', number, fields: [] }
}

/** Likely originals of a changed row: with another count, or another digit anywhere. */
function* mendings(row: LedgerRow, previous: string): Generator<LedgerRow> {
  yield { ...row, previous_hash: previous }
  if (!isChange(row)) yield* otherCounts(row)
  for (const field of hashedOf(row)) yield* otherDigits(row, field)
}

function* otherCounts(row: LedgerRow): Generator<LedgerRow> {
  const most = Math.min(2_000, 10 * Math.max(...numbersOf(row).map(Math.abs)) + 20)
  for (const field of COUNTS) {
    for (let n = -most; n <= most; n++) yield { ...row, [field]: String(n) }
  }
  const sum = Number(text(row, 'n'))
  for (const field of COUNTS.slice(1)) {
    // A score and n together, and votes moved from one score to another.
    const rest = sum - Number(text(row, field))
    for (let n = 0; n <= most; n++) yield { ...row, [field]: String(n), n: String(rest + n) }
    for (const other of COUNTS.slice(1)) {
      for (let moved = 1; moved <= Math.abs(sum) && other !== field; moved++) {
        const by = (name: string, d: number) => ({ [name]: String(Number(text(row, name)) + d) })
        yield { ...row, ...by(field, moved), ...by(other, -moved) }
      }
    }
  }
}

function* otherDigits(row: LedgerRow, field: string): Generator<LedgerRow> {
  const value = text(row, field)
  for (let place = 0; place < value.length; place++) {
    const alphabet = /_hash$|_root$/.test(field)
      ? '0123456789abcdef'
      : /\d/.test(value[place] ?? '')
        ? '0123456789'
        : ''
    for (const digit of alphabet) yield { ...row, [field]: value.slice(0, place) + digit + value.slice(place + 1) }
  }
}

function sumFault(row: LedgerRow): Fault | undefined {
  const [n = 0, ...scores] = numbersOf(row)
  const sum = scores.reduce((total, score) => total + score, 0)
  if (n === sum) return undefined
  return { kind: 'sum', number: text(row, 'number'), fields: ['n'], found: String(n), expected: String(sum) }
}

function reversalFault(row: LedgerRow, byNumber: Map<string, LedgerRow>): Fault | undefined {
  const voids = text(row, 'voids')
  if (voids === '') return undefined
  const number = text(row, 'number')
  const voided = byNumber.get(voids)
  if (!voided) return { kind: 'voids_unknown', number, fields: ['voids'], found: voids }
  const fields = COUNTS.filter(field => Number(text(voided, field)) + Number(text(row, field)) !== 0)
  return fields.length > 0 ? { kind: 'no_reversal', number, fields, found: voids } : undefined
}

/** Wilson score interval, 95 % (Wilson 1927), as shares. */
export function wilson(satisfied: number, n: number) {
  const z2 = 1.959963984540054 ** 2
  const p = satisfied / n
  const half = Math.sqrt((z2 * (p * (1 - p) + z2 / (4 * n))) / n)
  const end = (centre: number) => centre / (1 + z2 / n)
  return {
    low: satisfied === 0 ? 0 : end(p + z2 / (2 * n) - half),
    high: satisfied === n ? 1 : end(p + z2 / (2 * n) + half),
  }
}

export type Sums = { n: number; satisfied: number }

/**
 * The sums over the whole ledger, by what a row is about. Groups whose batches were all voided add up to nothing. What was asked
 * independently is in the ledger, and in no sum.
 */
export function sumsBy(rows: readonly LedgerRow[], keyOf: (row: LedgerRow) => string) {
  const sums = new Map<string, Sums>()
  for (const row of rows) {
    if (row.trust === 'control') continue
    const sum = sums.get(keyOf(row)) ?? { n: 0, satisfied: 0 }
    sum.n += Number(text(row, 'n'))
    sum.satisfied += Number(text(row, 'score_4')) + Number(text(row, 'score_5'))
    sums.set(keyOf(row), sum)
  }
  return new Map([...sums].filter(([, { n }]) => n !== 0))
}
