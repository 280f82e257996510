// What attacks on the figures cost and how far they come, without the later rules and with them: npm run bench:attacks
//
// An honest commune of 170 and of 600 ratings a month (or of as many as are named: npm run bench:attacks -- 600), with
// every attack beside it, on the true database; then what the rules cost the honest, who can be read, by a model of the
// ladder, and what guessing takes. docs/threat-model.md takes its numbers from here.

import { seeded } from '../../scripts/demo/random.ts'
import { attacks } from './attacks.ts'
import { openCommune, play } from './commune.ts'
import { crowds } from './crowds.ts'
import { chanceOfHit, triesToHit, yearsToHit } from './guessing.ts'
import { daysOf, honestStream } from './honest.ts'
import { type Moved, movedBy, settingsOf } from './measure.ts'
import { candidateRules, daysWaited, readPeople } from './reading.ts'

const PEOPLE = 500
const points = (moved: number) => `${moved > 0 ? '+' : ''}${moved.toFixed(1)}`.padStart(6)
const cells = (moved: Moved) => [moved.headline, moved.all, moved.walkIn, moved.visit].map(points).join(' ')

function line(name: string, ...rest: string[]) {
  console.log([name.padEnd(74), ...rest].join(' | '))
}

const db = await openCommune()
const rates = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [170, 600]
for (const aMonth of rates) {
  console.log(`\nHow far the published rate moves, in points, at n = ${PEOPLE} and ${aMonth} ratings a month:`)
  console.log(
    'the headline; then of all batches, of those of walk-ins alone, of those of visit codes alone; without the rules of what is set aside, and with them\n',
  )
  line('attack', 'without'.padEnd(27), 'with the rules'.padEnd(27), 'what it takes')
  const honest = honestStream(PEOPLE, aMonth, `honest ${aMonth}`)
  for (const attack of attacks) {
    const sent = attack.send(honest, daysOf(honest))
    const moved = []
    for (const rules of ['before', 'after'] as const) moved.push(await movedBy(db, honest, sent, rules))
    line(attack.name, ...moved.map(cells), attack.price)
  }
}

console.log('\nHonest people whom the rules set aside\n')
for (const crowd of crowds) {
  const { lost, honest } = await play(db, crowd.send(), settingsOf('after', []))
  const n = Object.values(lost).reduce((sum, of) => sum + of, 0)
  line(crowd.name, `${n} of ${honest} (${((100 * n) / honest).toFixed(1)} %)`, Object.keys(lost).join(', '))
}

const watched = await play(db, honestStream(200, 170, 'watched'), settingsOf('after', []), true)
console.log(
  `\nAn officer looks at every public figure before and after each of 200 citizens: ${watched.seen} times one had moved.`,
)
await db.close()

console.log(
  '\nReading one of 1,000 people who were not satisfied (known before: 0.10), by whoever saw them at the desk\n',
)
line(
  'rules',
  '170 a month, 30 a day',
  '600 a month, 30 a day',
  'walk-ins published: half / nine tenths, 170 and 600 a month',
)
for (const rules of candidateRules) {
  const read = [170, 600].map(aMonth => {
    const { read, after } = readPeople(1000, aMonth, 30, rules)
    return `${read} read, ${after.toFixed(2)} after`.padEnd(21)
  })
  const days = [170, 600].map(aMonth => daysWaited(aMonth, rules).join(' / '))
  line(rules.name, ...read, `${days.join(' and ')} days`)
}

const ofVisits = [170, 600].map(aMonth => {
  const { read, after } = readPeople(1000, aMonth, 30, { name: '' }, 1)
  return `${read} read, ${after.toFixed(2)} after`.padEnd(21)
})
line('as it is, people with a visit code', ...ofVisits)

console.log('\nGuessing a visit code (50 bits), 1,000 of an office being live\n')
const tries = triesToHit(16, 16, 200, seeded('guess'))
console.log(`10^7 tries meet one with a chance of ${chanceOfHit(1e7, 1000, 50).toExponential(1)}`)
for (const aSecond of [100, 1000])
  console.log(`at ${aSecond} tries a second: ${Math.round(yearsToHit(aSecond, 1000, 50))} years until the first`)
console.log(`with 16 bits and 16 live codes: ${Math.round(tries)} tries, where 2^16 / 16 = 4096 are expected`)
