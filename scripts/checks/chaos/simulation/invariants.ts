// What must hold after every bad day.

import type { ReceiptProof } from '../../../../src/lib/checkpoint/receipt-proof.ts'
import type { LedgerRow } from '../../../../src/lib/figures/ledger.ts'
import type { PublishedSums } from '../../../../src/lib/figures/verify-ledger.ts'
import type { App } from './app.ts'
import { LEAST } from './database.ts'
import type { Tapped } from './people.ts'

export type Ledger = {
  batches: LedgerRow[]
  others: LedgerRow[]
  checkpoints: { size: number; root: string }[]
}
export type Stored = { receipt: string; score: number | null; aside: string | null; batch: number | null }
export type State = Ledger & { ratings: Stored[]; published: PublishedSums; midway: number }

const SCORES = [1, 2, 3, 4, 5]
/** How far a clock may be off before an id is refused. */
const TOLERANCE = 10 * 60_000

/** A rating is refused for its time only when the clock was moved since the tap: then nobody knows when that was. */
const mayBeTooOld = ({ refused, offset, phone }: Tapped) =>
  Math.abs(offset - phone.offset) > TOLERANCE && refused.some(why => /^submit_rating id_(too_old|ahead)$/.test(why))

/** What may be stored: the last wish that the device had kept, or one after it whose page was killed on the way. */
function mayBe({ wishes, refused }: Tapped) {
  const isRefused = refused.some(why => /_rating too_late$/.test(why))
  const last = wishes.findLastIndex(({ isKept }) => isKept)
  return (isRefused ? wishes : wishes.slice(Math.max(0, last))).map(({ wish }) => wish)
}

/** Every rating that a device had kept is there once, as its author wanted it last. */
export function ratingFaults(tapped: Tapped[], stored: Stored[]) {
  const byReceipt = Map.groupBy(stored, ({ receipt }) => receipt)
  const known = new Set(tapped.map(({ receipt }) => receipt))
  return [
    ...stored.filter(({ receipt }) => !known.has(receipt)).map(() => 'a rating is stored that nobody has made'),
    ...tapped.flatMap(rating => {
      const rows = byReceipt.get(rating.receipt) ?? []
      const [row] = rows
      if (rows.length > 1) return [`a rating is stored ${rows.length} times`]
      if (!row) {
        if (rating.isAcknowledged) return ['a rating was acknowledged and is not stored']
        const isKept = rating.wishes[0]?.isKept
        return isKept && !mayBeTooOld(rating) ? [`a rating never arrived (${rating.refused.at(-1)})`] : []
      }
      const is = row.aside === 'withdrawn' ? 'withdrawn' : row.score
      return mayBe(rating).some(wish => wish === is) ? [] : [`a rating is stored as ${is}, not as ${mayBe(rating)}`]
    }),
  ]
}

/** Batches, what waits and what was set aside are all that is stored; no batch is of fewer than k people. */
export function sumFaults(tapped: Tapped[], { batches, ratings }: State) {
  const devices = new Map(tapped.map(({ receipt, device }) => [receipt, device]))
  const held = Map.groupBy(
    ratings.filter(({ batch }) => batch !== null),
    ({ batch }) => String(batch),
  )
  const waiting = ratings.filter(({ batch, aside }) => batch === null && aside === null).length
  const aside = ratings.filter(({ aside }) => aside !== null).length
  const counted = batches.reduce((sum, { n }) => sum + Number(n), 0)
  return [
    ...(counted + waiting + aside === ratings.length
      ? []
      : [`${counted} in batches, ${waiting} waiting and ${aside} set aside are not the ${ratings.length} stored`]),
    ...batches.flatMap(batch => {
      const own = held.get(batch.number ?? '') ?? []
      const people = new Set(own.map(({ receipt }) => devices.get(receipt) ?? 'without a name')).size
      const differs = SCORES.some(
        score => own.filter(row => row.score === score).length !== Number(batch[`score_${score}`]),
      )
      return [
        ...(people < LEAST ? [`batch ${batch.number} is of ${people} people`] : []),
        ...(differs ? [`batch ${batch.number} counts other scores than its ratings`] : []),
      ]
    }),
  ]
}

/** The ledger proves itself as in a browser, holds every checkpoint, and nothing that was seen of it earlier has changed. */
export function ledgerFaults(app: App, state: State, seen: Ledger[]) {
  const known = [...state.checkpoints, ...seen.flatMap(({ checkpoints }) => checkpoints)].map(({ size, root }) => ({
    from: 'checkpoint' as const,
    hash: root,
    entries: size,
  }))
  const { fault, differences, lost } = app.verify(state.batches, state.published, known, { others: state.others })
  const earlier = seen.flatMap(({ batches, others }) => [...batches, ...others].map(({ hash }) => hash))
  const now = new Set([...state.batches, ...state.others].map(({ hash }) => hash))
  return [
    ...(fault ? [`the chain does not prove itself: ${fault.kind} at ${fault.number}`] : []),
    ...differences.map(({ by, key, field, shown, counted }) => `${by} ${key}: ${field} is ${shown}, not ${counted}`),
    ...(lost.length > 0 ? [`${lost.length} checkpoints are of another ledger`] : []),
    ...(earlier.every(hash => now.has(hash)) ? [] : ['an entry that was published is gone']),
    ...(state.batches.length > 0 && state.checkpoints.length === 0 ? ['there is no checkpoint'] : []),
  ]
}

/** Whoever was counted can show so. */
export function proofFaults(app: App, code: string, batch: number, proof: ReceiptProof) {
  const { outcome } = app.checkReceiptProof(code, proof)
  return proof.batch === batch && (outcome === 'unsigned' || outcome === 'holds')
    ? []
    : [`the receipt of a rating in batch ${batch} proves nothing: ${outcome}`]
}
