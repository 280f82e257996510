/**
 * Reading one person: somebody who saw a citizen leave a desk adds ratings of their own until the citizen's is published
 * among them, and subtracts those. A pure model of the ladder, because it takes thousands of tries.
 */

import { type Random, seeded } from '../../scripts/demo/random.ts'
import { drawRating, K, ladder, type Rating } from '../commune.ts'

/** The rules of today, or others that were thought of. */
export type Rules = {
  name: string
  /** The chance that a rating which could be released waits one release longer. */
  holdBack?: number
  /** How many a batch of walk-ins alone must have. */
  walkInBatch?: number
  /** A batch that names walk-ins, or holds any beside visits, is made only after so many days and names no procedure. */
  walkInDays?: number
  /** As how many people the walk-ins of one day and procedure count. */
  peopleADay?: number
}

export const candidateRules: Rules[] = [
  { name: 'as it is' },
  { name: 'a third held back for one release', holdBack: 1 / 3 },
  { name: 'walk-ins of a day and procedure count as three people', peopleADay: 3 },
  { name: 'batches of 40 for walk-ins', walkInBatch: 40 },
  { name: 'walk-ins after 28 days, without their procedure', walkInDays: 28 },
]

export type Waiting = Rating & { isOwn: boolean; isTarget: boolean }
const isWalkIn = ({ trust }: Rating) => trust === 0

function peopleIn(group: Waiting[], { peopleADay }: Rules) {
  if (peopleADay === undefined) return group.length
  const days = Map.groupBy(group.filter(isWalkIn), r => `${r.day} ${r.procedure}`)
  const walkIns = [...days.values()].reduce((sum, day) => sum + Math.min(peopleADay, day.length), 0)
  return walkIns + group.filter(r => !isWalkIn(r)).length
}

export type Batch = { members: Waiting[] /** The keys that it names. */; keys: readonly (keyof Rating)[] }

/** The batches of a morning. What is left waits on in `waiting`. */
export function release(waiting: Set<Waiting>, day: number, rules: Rules, random: Random): Batch[] {
  const batches: Batch[] = []
  const { holdBack = 0, walkInBatch = K, walkInDays = 0 } = rules
  const ready = new Set([...waiting].filter(() => holdBack === 0 || random.next() >= holdBack))
  for (const { days, keys } of ladder) {
    for (const group of Map.groupBy(ready, r => keys.map(key => r[key]).join()).values()) {
      const members = group as Waiting[]
      const walkIns = members.filter(isWalkIn).length
      if (walkIns > 0 && walkInDays > days) continue
      const most = walkIns === members.length ? walkInBatch : K
      if (peopleIn(members, rules) < most || !members.some(r => r.day <= day - days)) continue
      if (members.filter(r => r.isSatisfied).length < 2) continue
      batches.push({ members, keys })
      for (const member of members) {
        ready.delete(member)
        waiting.delete(member)
      }
    }
  }
  return batches
}

type Trust = 0 | 1
export const RATE = 0.9
export const WARM_UP = 60
/** The day after which an attacker gives up. */
export const PATIENCE = 45

export function arrive(waiting: Set<Waiting>, day: number, aMonth: number, random: Random) {
  const n = random.poisson(aMonth / 30)
  for (let i = 0; i < n; i++) waiting.add({ ...drawRating(day, RATE, random), isOwn: false, isTarget: false })
}

/**
 * What an attacker knows in the end of somebody who was not satisfied and whom they saw at the desk on a day: the chance,
 * by the others in the batch, that it was this one. They send so many satisfied ratings of the same procedure a day.
 */
function aimAt(person: number, used: Set<Waiting>, aMonth: number, aDay: number, rules: Rules, trust: Trust): number {
  const random = seeded(`person ${person}`)
  const waiting = new Set(used)
  const target: Waiting = { ...drawRating(WARM_UP, 0, random), trust, channel: 0, isOwn: false, isTarget: true }
  waiting.add(target)
  for (let day = WARM_UP; day < WARM_UP + PATIENCE; day++) {
    arrive(waiting, day, aMonth, random)
    for (let i = 0; i < aDay; i++)
      waiting.add({ ...target, trust: 0, day, isSatisfied: true, isOwn: true, isTarget: false })
    const batch = release(waiting, day, rules, random).find(({ members }) => members.includes(target))
    if (!batch) continue
    const strangers = batch.members.filter(r => !r.isOwn)
    return strangers.filter(r => !r.isSatisfied).length / strangers.length
  }
  return 1 - RATE
}

/** An office that has been rated for some weeks; the same for all who are aimed at there. */
export function usedOffice(office: number, aMonth: number, rules: Rules) {
  const random = seeded(`office ${office}`)
  const waiting = new Set<Waiting>()
  for (let day = 0; day < WARM_UP; day++) {
    arrive(waiting, day, aMonth, random)
    release(waiting, day, rules, random)
  }
  return waiting
}

export type Read = { /** Of so many: known with more than 0.9. */ read: number /** On average. */; after: number }

/** trust: of whoever is aimed at, 1 with a visit code; an attacker has none. */
export function readPeople(people: number, aMonth: number, aDay: number, rules: Rules, trust: Trust = 0): Read {
  const offices = Array.from({ length: Math.ceil(people / 20) }, (_, office) => usedOffice(office, aMonth, rules))
  const known = Array.from({ length: people }, (_, i) =>
    aimAt(i, offices[Math.floor(i / 20)] ?? new Set(), aMonth, aDay, rules, trust),
  )
  return { read: known.filter(p => p > 0.9).length, after: known.reduce((sum, p) => sum + p, 0) / people }
}

/** The days after which half of the walk-ins, and nine tenths, are published. */
export function daysWaited(aMonth: number, rules: Rules): [half: number, most: number] {
  const random = seeded(`days ${aMonth}`)
  const waiting = new Set<Waiting>()
  const days: number[] = []
  for (let day = 0; day < 365; day++) {
    arrive(waiting, day, aMonth, random)
    for (const member of release(waiting, day, rules, random).flatMap(({ members }) => members))
      if (isWalkIn(member) && member.day < 275) days.push(day - member.day)
  }
  const sorted = days.concat([...waiting].filter(r => isWalkIn(r) && r.day < 275).map(() => 365)).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return [at(0.5), at(0.9)]
}
