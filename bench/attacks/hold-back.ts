// Whether it protects people that a random part of what could be released waits one release longer, and what it costs:
// npx node bench/attacks/hold-back.ts. docs/threat-model.md takes its table from here.
//
// Aimed at are people who were not satisfied, came without a code, and were seen at the desk. Whoever aims knows as much as
// an officer who saw everybody: how many of those that a batch could hold were waiting. Without a hold-back a batch holds all
// of them, so the person is in the first one that it could be in. With it the person is in that one as likely as any of
// them, and else in one that follows; the chances are those of somebody who does not know the lot.

import { seeded } from '../../scripts/demo/random.ts'
import { drawRating } from '../commune.ts'
import {
  arrive,
  type Batch,
  daysWaited,
  PATIENCE,
  RATE,
  type Rules,
  release,
  usedOffice,
  WARM_UP,
  type Waiting,
} from './reading.ts'

const PEOPLE = 1000
/** How many ratings a month the office has: half a one, one and six a day, and the two communes of the other simulations. */
const rates = [15, 30, 170, 180, 600]
/** Of the attacker's own: none, as many as are needed beside one person, and thirty. */
const own = [0, 9, 30]

export const heldBack: Rules[] = [
  { name: 'nothing held back' },
  { name: 'a quarter held back', holdBack: 1 / 4 },
  { name: 'half held back', holdBack: 1 / 2 },
]
export const others: Rules[] = [
  { name: 'walk-ins of a day and procedure count as three people', peopleADay: 3 },
  { name: 'batches of 40 for walk-ins', walkInBatch: 40 },
  { name: 'walk-ins after 7 days, without their procedure', walkInDays: 7 },
  { name: 'walk-ins after 20 days, without their procedure', walkInDays: 20 },
  { name: 'walk-ins after 28 days, without procedure and field', walkInDays: 28 },
]

const isStranger = ({ isOwn }: Waiting) => !isOwn

/** Of those that waited, how many a batch could have held. */
function couldHold({ members, keys }: Batch, waited: Waiting[]) {
  const [first] = members
  return waited.filter(r => isStranger(r) && keys.every(key => r[key] === first?.[key])).length
}

/** What is known in the end of one person: the chance that they were not satisfied. */
function aimAt(person: number, used: Set<Waiting>, aMonth: number, aDay: number, rules: Rules): number {
  const random = seeded(`person ${person}`)
  const waiting = new Set(used)
  const target: Waiting = { ...drawRating(WARM_UP, 0, random), trust: 0, channel: 0, isOwn: false, isTarget: true }
  waiting.add(target)
  let [known, unsure] = [0, 1]
  for (let day = WARM_UP; day < WARM_UP + PATIENCE && unsure > 0.01; day++) {
    arrive(waiting, day, aMonth, random)
    for (let i = 0; i < aDay; i++) waiting.add({ ...target, day, isSatisfied: true, isOwn: true, isTarget: false })
    let waited = [...waiting]
    for (const batch of release(waiting, day, rules, random)) {
      const released = new Set(batch.members)
      const strangers = batch.members.filter(isStranger)
      if (batch.keys.every(key => batch.members[0]?.[key] === target[key]) && strangers.length > 0) {
        const share = Math.min(1, strangers.length / couldHold(batch, waited))
        known += (unsure * share * strangers.filter(r => !r.isSatisfied).length) / strangers.length
        unsure *= 1 - share
      }
      waited = waited.filter(r => !released.has(r))
    }
  }
  return known + unsure * (1 - RATE)
}

export function readPeople(people: number, aMonth: number, aDay: number, rules: Rules) {
  const offices = Array.from({ length: Math.ceil(people / 20) }, (_, office) => usedOffice(office, aMonth, rules))
  const known = Array.from({ length: people }, (_, i) =>
    aimAt(i, offices[Math.floor(i / 20)] ?? new Set(), aMonth, aDay, rules),
  )
  return { read: known.filter(p => p > 0.9).length, after: known.reduce((sum, p) => sum + p, 0) / people }
}

function print() {
  for (const aMonth of rates) {
    console.log(`\n${aMonth} ratings a month: read with more than 0.9 of ${PEOPLE} (known on average; before: 0.10)\n`)
    const head = own.map(aDay => (aDay === 0 ? 'watches every day' : `sends ${aDay} a day`))
    console.log(['rules'.padEnd(54), ...head.map(text => text.padEnd(18)), 'walk-ins: half / nine tenths'].join(' | '))
    for (const rules of [...heldBack, ...others]) {
      const cells = own.map(aDay => {
        const { read, after } = readPeople(PEOPLE, aMonth, aDay, rules)
        return `${read} (${after.toFixed(2)})`.padEnd(18)
      })
      console.log([rules.name.padEnd(54), ...cells, `${daysWaited(aMonth, rules).join(' / ')} days`].join(' | '))
    }
  }
}

if (import.meta.main) print()
