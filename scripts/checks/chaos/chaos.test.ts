import { afterAll, beforeAll, expect, test } from 'vitest'
import { guards } from './guards.ts'
import { firstFault, openWorld, simulate, switchOff, type World } from './simulation/simulate.ts'

// A slice of npm run test:chaos, always the same: as many as one core plays in about half a minute.
const seeds = Number(process.env.SEEDS ?? 100)

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

test('after bad days every rating is there once, and all that is published proves itself', {
  timeout: 600_000,
}, async () => {
  let batches = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const seen = await simulate(world, seed)
    expect(seen.faults, `npm run test:chaos -- --seed=${seed}`).toEqual([])
    batches += seen.batches
  }
  // Days on which nothing is published would hold as well.
  expect(batches).toBeGreaterThan(seeds)
})

test('a seed is the same days each time', async () => {
  await simulate(world, 7)
  const once = await simulate(world, 3)
  await simulate(world, 11)
  expect(await simulate(world, 3)).toEqual(once)
})

test.each(guards)('it is seen when it does not hold that $name', { timeout: 240_000 }, async guard => {
  expect(await firstFault(await switchOff(world, guard), 1, 80)).toBeDefined()
})
