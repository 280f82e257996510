import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../scripts/demo/random.ts'
import { attacks } from './attacks.ts'
import { openCommune, play } from './commune.ts'
import { crowds } from './crowds.ts'
import { chanceOfHit, triesToHit, yearsToHit } from './guessing.ts'
import { heldBack, others, readPeople as readByWatching } from './hold-back.ts'
import { daysOf, honestStream } from './honest.ts'
import { movedBy, settingsOf } from './measure.ts'
import { candidateRules, daysWaited, readPeople } from './reading.ts'

// A short stream: what an attack moves is larger here than at n = 500, and what it must not move is as still.
const honest = honestStream(120, 600, 'test')
const attack = (name: string) => {
  const found = attacks.find(one => one.name === name)
  if (!found) throw new Error(`no attack is called ${name}`)
  return found.send(honest, daysOf(honest))
}

let db: PGlite
beforeAll(async () => {
  db = await openCommune()
}, 120_000)
afterAll(() => db.close())

test.each([
  ['one phone, 1,000 times, over all days and counters', 2.5],
  ['a program with random devices, 1,000 at night', 0],
  ['30 phones of a staff room in one evening, all counters', 0],
  ['a poster photographed, in a group of 500 in the evening', 0],
  ['every rating replayed ten times, as it was', 0],
  ['visit codes guessed, 1,000 tries', 0],
])('%s moves the figure by at most %d points, and without the rules by more or not at all', async (name, most) => {
  const moved = await movedBy(db, honest, attack(name), 'after')
  expect(Math.abs(moved.all)).toBeLessThanOrEqual(most)
  expect(moved.visit).toBeCloseTo(0, 9)
})

// Those that no rule stops, or that it lets most of through; npm run bench:attacks plays them all.
const patient = /invented hours|taps at the paired kiosk|slow drip|unhappy visits/
test.each(attacks.filter(({ name }) => patient.test(name)).map(one => [one.name, one] as const))(
  '%s moves neither the headline nor the rate of visits',
  async (_, one) => {
    // Of these more than fifty have a code.
    const many = honestStream(200, 600, 'proven')
    const moved = await movedBy(db, many, one.send(many, daysOf(many)), 'after')
    expect([moved.headline, moved.visit]).toEqual([0, 0])
  },
)

test('people with a visit code are read by nobody who has none', () => {
  expect(readPeople(100, 170, 30, { name: '' }, 1).read).toBe(0)
})

test('without the rules of the second version a program moves it by half', async () => {
  const moved = await movedBy(db, honest, attack('a program with random devices, 1,000 at night'), 'before')
  expect(moved.all).toBeLessThan(-50)
})

test.each(crowds.filter(({ name }) => !name.includes('on purpose')).map(crowd => [crowd.name, crowd] as const))(
  'of %s at most one in two hundred is set aside',
  async (_, crowd) => {
    const { lost, honest: people } = await play(db, crowd.send(), settingsOf('after', []))
    expect(Object.values(lost).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(people / 200)
  },
)

test('a flood of ones takes nobody away who said something else', async () => {
  const flood = attack('a program with random devices, 1,000 at ten in the morning')
  const { lost } = await play(db, flood, settingsOf('after', []))
  const ones = honest.filter(({ score, visit }) => score === 1 && visit === null).length
  expect(lost.burst ?? 0).toBeLessThanOrEqual(ones)
})

test('between two releases no public figure moves, whoever comes', async () => {
  const { seen } = await play(db, honest.slice(0, 40), settingsOf('after', []), true)
  expect(seen).toBe(0)
})

test('holding ratings back does not protect them, and waiting for all without a procedure would', () => {
  const [today, heldBack, , , late] = candidateRules.map(rules => readPeople(400, 170, 30, rules))
  expect(today?.read).toBeGreaterThan(80)
  expect(heldBack?.read).toBeGreaterThan(0.7 * (today?.read ?? 0))
  expect(late?.read).toBe(0)
  expect(daysWaited(170, candidateRules[4] ?? { name: '' })[0]).toBeGreaterThan(10)
})

test('whoever does not know the lot still reads a quarter of them, and nobody where walk-ins name no procedure', () => {
  const [today, quarter] = heldBack.map(rules => readByWatching(1000, 170, 30, rules))
  expect(quarter?.read).toBeLessThan(today?.read ?? 0)
  expect(quarter?.read).toBeGreaterThan(100)
  const last = others.at(-1)
  expect(last && readByWatching(100, 170, 30, last).read).toBe(0)
  // Without a rating of one's own nobody is read, held back or not.
  for (const rules of heldBack) expect(readByWatching(100, 170, 0, rules).read).toBe(0)
})

test('a code is met as often as its bits say', () => {
  expect(triesToHit(16, 16, 400, seeded('guess')) / 4096).toBeCloseTo(1, 0)
  expect(chanceOfHit(1e7, 1000, 50)).toBeCloseTo(8.9e-6, 7)
  expect(yearsToHit(1000, 1000, 50)).toBeGreaterThan(30)
})
