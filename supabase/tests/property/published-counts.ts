/** What is published besides answers: who waits and what was set aside, which move by k people or not at all; the totals. */

import { peopleOf, type Rating } from './model.ts'
import { type Batch, monthOf, type Row, type Scores, scores, sum, type Total } from './public-view.ts'
import { offices } from './sample-province.ts'

const quarterOf = (day: string) =>
  `${day.slice(0, 5)}${String(3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1).padStart(2, '0')}-01`

const reasonOf = ({ office, state }: Rating) => `${office} ${state === 'withdrawn' ? 'withdrawn' : 'device_repeat'}`

export class PublishedCounts {
  private readonly base = new Map<string, number>()
  private readonly totals = new Map<string, number>()
  /** Deleted before they were k. */
  private readonly archive = new Map<string, number>()
  private uncounted: Rating[] = []
  private readonly k: number

  constructor(k: number) {
    this.k = k
  }

  waiting(office: string) {
    return Math.floor((this.base.get(office) ?? 0) / 10) * 10
  }

  setAside() {
    return [...this.totals].map(([cell, n]) => `${cell} ${n}`).toSorted()
  }

  /** At the end of the release of a day. */
  recount(ratings: Rating[], day: string) {
    for (const office of offices) {
      const people = peopleOf(ratings.filter(r => r.office === office && r.state === 'waiting'))
      const shown = this.base.get(office)
      if (shown === undefined || Math.abs(shown - people) >= this.k) this.base.set(office, people)
    }
    const isAside = ({ state }: Rating) => state === 'set_aside' || state === 'withdrawn'
    this.uncounted = ratings.filter(r => isAside(r) && !r.isAsideCounted)
    const cells = Map.groupBy(this.uncounted, reasonOf)
    for (const cell of new Set([...cells.keys(), ...this.archive.keys()])) {
      this.countCell(cell, cells.get(cell) ?? [], quarterOf(day))
    }
  }

  private countCell(cell: string, ratings: Rating[], quarter: string) {
    const archived = this.archive.get(cell) ?? 0
    if (peopleOf(ratings) + archived < this.k) return
    const [office, reason] = cell.split(' ')
    const row = `${office} ${quarter} ${reason}`
    this.totals.set(row, (this.totals.get(row) ?? 0) + ratings.length + archived)
    this.archive.delete(cell)
    for (const rating of ratings) {
      Object.assign(rating, { isAsideCounted: true, sender: 'counted' })
    }
  }

  /** What was deleted before it was counted is remembered as a number. */
  forget(isForgotten: (rating: Rating) => boolean) {
    for (const rating of this.uncounted.filter(r => !r.isAsideCounted && isForgotten(r))) {
      const cell = reasonOf(rating)
      this.archive.set(cell, (this.archive.get(cell) ?? 0) + 1)
      rating.isAsideCounted = true
    }
  }
}

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

/** An answer as it came, without what follows from its counts, in an order of our own. */
export const countsOf = (rows: object[]) =>
  rows
    .map(row => {
      const { key, n, satisfied, n_proven = null, n_published = null, ...rest } = row as Row
      return JSON.stringify([key, n, satisfied, n_proven, n_published, ...scores.map(s => rest[s] ?? null)])
    })
    .sort()
