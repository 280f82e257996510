import { fromBase64, isSame, utf8 } from '../checkpoint/bytes'
import { leafHash, rootOf } from '../checkpoint/merkle'
import { type Evidence, LEAST_PROVEN } from './figure'
import {
  BEGINNING,
  chainOf,
  type Fault,
  faultOf,
  HASHED,
  HASHED_OF_CHANGE,
  HASHED_OF_GROUP,
  isChange,
  isGroup,
  type LedgerRow,
  type Sums,
  sumsBy,
  textOf,
  wilson,
} from './ledger'
import { verdictOf } from './verdict'

/** The published figures, as the API answered them: by all, by office, by month. */
export type PublishedSums = Record<'all' | 'office' | 'month', PublishedRow[]>
type PublishedRow = Sums & Said & { key: string | null } & Pick<Evidence, 'n_proven' | 'n_published'>
/** What is said about a sum: its interval, its target and the verdict against that. */
type Said = { low: number; high: number; target_percent: number; verdict: string }

/** The hash of an entry, or its beginning. */
export type KnownHash = { from: 'server' | 'device' | 'typed'; hash: string; batches?: number }

/** An end of the ledger that is known from elsewhere: a whole hash, or the beginning of one as it is printed. */
export type KnownEnd =
  | KnownHash
  // A signed checkpoint: the root in base64, over so many entries of all kinds.
  | { from: 'checkpoint'; hash: string; entries: number }

const COUNTED = ['n', 'satisfied', 'n_proven', 'n_published'] as const

/** A figure that differs from what the ledger adds up to. */
export type Difference = {
  by: keyof PublishedSums
  key: string
  field: (typeof COUNTED)[number] | 'interval' | 'target' | 'verdict'
  shown: number | string
  counted: number | string
}

export type Verification = {
  batches: number
  /** Changes of rules and groups of answers, which are links of the chain as batches are. */
  changes: number
  groups: number
  ratings: number
  end: string
  figures: number
  fault?: Fault
  differences: Difference[]
  /** Known ends that are not in this ledger: batches were removed, or all of it was remade. */
  lost: KnownEnd[]
}

const keys: Record<keyof PublishedSums, (row: LedgerRow) => string> = {
  all: () => 'all',
  office: row => row.office_code ?? '',
  month: row => (row.released_on ?? '').slice(0, 7),
}

/**
 * What is published of the sums of a question (private.counted_figures): those of ratings with a code where there are enough of
 * them, in a series if there are in all of it; else those of everything.
 */
function countedBy(rows: readonly LedgerRow[], by: keyof PublishedSums) {
  const visits = rows.filter(({ trust }) => trust === 'visit')
  const [all, proven] = [sumsBy(rows, keys[by]), sumsBy(visits, keys[by])]
  const ofSeries = by === 'month' ? (sumsBy(visits, keys.all).get('all')?.n ?? 0) : undefined
  const counted = new Map<string, Sums & { isProven: boolean; n_proven: number; n_published: number }>()
  for (const [key, everything] of all) {
    const ours = proven.get(key)
    const isProven = (ofSeries ?? ours?.n ?? 0) >= LEAST_PROVEN
    const sums = isProven ? ours : everything
    if (sums) counted.set(key, { ...sums, isProven, n_proven: ours?.n ?? 0, n_published: everything.n })
  }
  return counted
}

const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-9

/**
 * The target of a month that was over before the last batch, if it was ever changed: of the changes that were valid on its
 * last day, the one decided last, and before the first what that says held.
 */
function targetOf(month: string, rows: readonly LedgerRow[], changes: readonly LedgerRow[]) {
  const ofTarget = changes
    .filter(({ key }) => key === 'target_percent')
    .toSorted((a, b) => Number(a.position) - Number(b.position))
  const [first] = ofTarget
  const released = rows.filter(({ voids }) => !voids).at(-1)?.released_on ?? ''
  if (ofTarget.length === 0 || month >= released.slice(0, 7)) return undefined
  const last = ofTarget.findLast(({ valid_from = '' }) => valid_from.slice(0, 7) <= month)
  return Number(last ? last.value : first?.old_value)
}

/** The first thing said about a sum that does not follow from it. */
function saidWrongly(
  { n, satisfied, isProven }: Sums & { isProven: boolean },
  said: Said,
  target = said.target_percent,
) {
  const { low, high } = wilson(satisfied, n)
  if (!isNear(low, said.low)) return { field: 'interval' as const, shown: said.low, counted: low }
  if (!isNear(high, said.high)) return { field: 'interval' as const, shown: said.high, counted: high }
  if (target !== said.target_percent) return { field: 'target' as const, shown: said.target_percent, counted: target }
  const verdict = isProven ? verdictOf(satisfied, n, target) : 'unproven'
  return verdict === said.verdict ? undefined : { field: 'verdict' as const, shown: said.verdict, counted: verdict }
}

const nothing = { n: 0, satisfied: 0, n_proven: 0, n_published: 0 }

/** What is published and does not follow from the batches and the changes of rules. */
export function differencesOf(rows: readonly LedgerRow[], published: PublishedSums, changes: readonly LedgerRow[]) {
  const differences: Difference[] = []
  for (const by of Object.keys(keys) as (keyof PublishedSums)[]) {
    const counted = countedBy(rows, by)
    const shown = new Map(published[by].map(row => [row.key ?? '', row]))
    for (const key of new Set([...counted.keys(), ...shown.keys()])) {
      const ours = counted.get(key) ?? { ...nothing, isProven: false }
      const row = shown.get(key)
      const theirs = row ?? nothing
      const field = COUNTED.find(name => ours[name] !== theirs[name])
      if (field) differences.push({ by, key, field, shown: theirs[field] ?? 0, counted: ours[field] })
      if (field || !row) continue
      const wrong = saidWrongly(ours, row, by === 'month' ? targetOf(key, rows, changes) : undefined)
      if (wrong) differences.push({ by, key, ...wrong })
    }
  }
  return differences
}

function holds(chain: readonly LedgerRow[], end: KnownEnd) {
  if (end.from === 'checkpoint') {
    const leaves = chain.slice(0, end.entries).map(row => leafHash(utf8(textOf(row))))
    return leaves.length === end.entries && isSame(rootOf(leaves), fromBase64(end.hash))
  }
  const { from, hash, batches } = end
  if (hash === BEGINNING) return from !== 'server' || chain.length === 0
  // The server's end must be the end of the ledger; after an end that was seen earlier, entries may have been added.
  if (from === 'server')
    return chain.at(-1)?.hash === hash && chain.filter(row => !isChange(row)).length === (batches ?? 0)
  return chain.some(row => row.hash?.startsWith(hash))
}

const missingIn = (row: LedgerRow | undefined, fields: string[]) =>
  row ? [...fields, 'hash'].filter(field => row[field] === undefined) : []

/** `others`: changes of rules and groups of answers. */
type Options = { others?: readonly LedgerRow[]; onProgress?: (done: number) => void }

/**
 * Recomputes the chain of batches, changes of rules and groups of answers, then every figure, then looks for the known ends. Stops at the
 * first fault of the chain.
 */
export function verify(
  rows: readonly LedgerRow[],
  published: PublishedSums,
  known: KnownEnd[],
  { others = [], onProgress = () => {} }: Options = {},
): Verification {
  const chain = chainOf(rows, others)
  const [groups, changes] = [others.filter(isGroup), others.filter(row => !isGroup(row))]
  const verdict: Verification = {
    batches: rows.length,
    changes: changes.length,
    groups: groups.length,
    ratings: sumsBy(rows, keys.all).get('all')?.n ?? 0,
    end: chain.at(-1)?.hash ?? BEGINNING,
    figures: published.all.length + published.office.length + published.month.length,
    differences: [],
    lost: [],
  }
  const missing = [
    ...missingIn(rows[0], HASHED),
    ...missingIn(changes[0], HASHED_OF_CHANGE),
    ...missingIn(groups[0], HASHED_OF_GROUP),
  ]
  if (missing.length > 0) return { ...verdict, fault: { kind: 'unreadable', number: '', fields: missing } }
  const byNumber = new Map(rows.map(row => [row.number ?? '', row]))
  const seen = { batches: 0, changes: 0 }
  for (const [at, row] of chain.entries()) {
    const place = ++seen[isChange(row) ? 'changes' : 'batches']
    const fault = faultOf(chain, at, String(place), byNumber)
    if (fault) return { ...verdict, fault }
    if (at % 500 === 0) onProgress(seen.batches)
  }
  onProgress(rows.length)
  return {
    ...verdict,
    differences: differencesOf(rows, published, changes),
    lost: known.filter(end => !holds(chain, end)),
  }
}
