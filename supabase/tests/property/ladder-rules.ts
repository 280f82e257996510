/** The ladder as it was agreed, held against who is in which batch: written down here once more, and not read from the database. */
import { keysOf, type Model, peopleOf, type Rating } from './model.ts'
import type { Batch } from './public-view.ts'
import { isoDay, localDay, offices, parentOf } from './sample-province.ts'

type Keys = ReturnType<typeof keysOf>
type Rung = { days: number; names: (keyof Keys)[]; pooled: boolean }

export const ladder: Rung[] = [
  { days: 0, names: ['procedure', 'field', 'channel', 'trust'], pooled: false },
  { days: 10, names: ['procedure', 'field', 'channel'], pooled: false },
  { days: 20, names: ['field', 'channel', 'trust'], pooled: false },
  { days: 25, names: ['field', 'channel'], pooled: false },
  { days: 28, names: ['channel', 'trust'], pooled: false },
  { days: 30, names: ['channel'], pooled: false },
  { days: 42, names: [], pooled: false },
  { days: 90, names: [], pooled: true },
]

export class BrokenRule extends Error {}

export const same = (a: unknown[], b: unknown[]) => `${[...a].sort()}` === `${[...b].sort()}`

export function must(holds: boolean, rule: string) {
  if (!holds) {
    throw new BrokenRule(rule)
  }
}

/** What a code has proven is told apart on every rung. */
const isProven = (r: Rating) => r.trust === 'visit'
const namesOf = (r: Rating, rung: Rung): (keyof Keys)[] =>
  isProven(r) && !rung.names.includes('trust') ? [...rung.names, 'trust'] : rung.names

const projection = (r: Rating, rung: Rung) => JSON.stringify(namesOf(r, rung).map(name => [name, keysOf(r)[name]]))

const hasWaited = (ratings: Rating[], rung: Rung, today: number) =>
  ratings.some(r => localDay(r.received) <= today - rung.days)

const satisfied = (ratings: Rating[]) => ratings.filter(r => r.score >= 4).length

/** At least k people, two of them satisfied. */
const isCrowd = (ratings: Rating[], rung: Rung, k: number) =>
  peopleOf(ratings) >= k && (rung.pooled || satisfied(ratings) >= 2)

/** The ratings a rung puts together for one office: its own or, on the pooled rung, also those of its parent. */
function together(waiting: Rating[], office: string, rung: Rung, today: number): Rating[] {
  const of = (code: string | null) => waiting.filter(r => r.office === code)
  if (!rung.pooled) {
    return of(office)
  }
  const parent = parentOf(office)
  const stuck = offices.filter(o => parentOf(o) === parent && hasWaited(of(o), rung, today))
  return parent !== null && stuck.includes(office) ? [parent, ...stuck].flatMap(of) : []
}

/** A group that one of the rungs puts together for an office, if there is one. */
function complete(waiting: Rating[], office: string, rungs: Rung[], today: number, k: number) {
  for (const rung of rungs) {
    const groups = Map.groupBy(together(waiting, office, rung, today), r => projection(r, rung))
    const group = [...groups.values()].find(
      // Each batch of the pooled rung has somebody of the office that asked.
      g => g.some(r => r.office === office) && isCrowd(g, rung, k) && hasWaited(g, rung, today),
    )
    if (group) {
      return `${group.length} ratings at ${office}, which the rung of ${rung.days} days puts together`
    }
  }
  return null
}

/** Fails when a rung could have made a batch of what still waits at an office. */
export function mustLeaveNothing(waiting: Rating[], office: string, at: number, k: number) {
  const left = complete(waiting, office, ladder, localDay(at), k)
  must(left === null, `a release leaves ${left}`)
}

/** Whether a rung makes exactly this batch of what waits, once the rungs before it have nothing left to do. */
function makes(rung: Rung, batch: Batch, members: Rating[], before: Rating[], today: number, k: number) {
  const first = members[0] as Rating
  const named = { procedure: batch.procedure_code, field: batch.field_code, channel: batch.channel, trust: batch.trust }
  const agrees = (Object.keys(named) as (keyof Keys)[]).every(
    name => named[name] === (namesOf(first, rung).includes(name) ? keysOf(first)[name] : null),
  )
  // The parent's own ratings are pooled only with those of an office below it.
  const askedBy = rung.pooled ? offices.filter(o => parentOf(o) === batch.office_code) : [batch.office_code]
  const earlier = ladder.slice(0, ladder.indexOf(rung))
  return (
    agrees &&
    hasWaited(members, rung, today) &&
    askedBy.some(office => {
      const same = together(before, office, rung, today).filter(r => projection(r, rung) === projection(first, rung))
      const whole = same.length === members.length && same.every(r => members.includes(r))
      return whole && members.some(r => r.office === office) && complete(before, office, earlier, today, k) === null
    })
  )
}

function mustCount(batch: Batch, members: Rating[]) {
  const counted = [batch.score_1, batch.score_2, batch.score_3, batch.score_4, batch.score_5]
  const given = [1, 2, 3, 4, 5].map(score => members.filter(m => m.score === score).length)
  must(`${counted}` === `${given}`, `batch ${batch.number} counts scores ${counted} of people who gave ${given}`)
  must(batch.details === null, `batch ${batch.number} tells answers`)
}

function mustBeAlike(batch: Batch, members: Rating[]) {
  const { procedure_code: procedure, field_code: field, channel, trust } = batch
  for (const [name, value] of Object.entries({ procedure, field, channel, trust }) as [keyof Keys, string | null][]) {
    const others = members.filter(m => value !== null && keysOf(m)[name] !== value)
    must(others.length === 0, `batch ${batch.number} names ${value} and holds ${others.length} of another ${name}`)
  }
}

/** Fails when a batch of this release breaks rule 3. Answers with the days of the rung that made it. */
export function rungOf(batch: Batch, members: Rating[], model: Model, at: number, k: number): number {
  must(members.length === batch.n, `batch ${batch.number} says ${batch.n} and holds ${members.length} ratings`)
  must(peopleOf(members) >= k, `batch ${batch.number} has ${peopleOf(members)} people, fewer than ${k}`)
  must(batch.released_on === isoDay(localDay(at)), `batch ${batch.number} is dated ${batch.released_on}`)
  const before = model.releasable(at)
  for (const member of members) {
    must(member.state === 'waiting', `batch ${batch.number} holds a rating that was ${member.state}`)
    must(before.includes(member), `batch ${batch.number} holds a rating younger than 30 minutes`)
  }
  mustBeAlike(batch, members)
  mustCount(batch, members)
  const rung = ladder.find(r => makes(r, batch, members, before, localDay(at), k))
  must(rung !== undefined, `no rung of the ladder makes batch ${batch.number}: ${describeBatch(batch, members, at)}`)
  must(isCrowd(members, rung as Rung, k), `batch ${batch.number} tells on people who all said the same bad thing`)
  return (rung as Rung).days
}

function describeBatch(batch: Batch, members: Rating[], at: number) {
  const waited = Math.max(...members.map(m => localDay(at) - localDay(m.received)))
  const keys = [batch.office_code, batch.procedure_code, batch.field_code, batch.channel, batch.trust]
  return `${batch.n} ratings under ${keys.map(key => key ?? '-').join('/')}, the oldest waiting ${waited} days`
}
