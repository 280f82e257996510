// npm run test:chaos: bad days, each from a seed, and what must hold after them.
//
//   npm run test:chaos                      200 seeds, other ones each time
//   npm run test:chaos -- --seeds=10000     a night
//   npm run test:chaos -- --seed=42         one again, with the fewest events that still go wrong
//   npm run test:chaos -- --broken          every guard switched off in turn: each has to be missed

import { readArguments, run, step } from '../../terminal.js'
import { guards } from './guards.ts'
import { planOf, told } from './simulation/plan.ts'
import { firstFault, openWorld, type Seen, shrunk, simulate, switchOff, type World } from './simulation/simulate.ts'

const { values: options } = readArguments({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '200' },
    broken: { type: 'boolean', default: false },
  },
})

async function oneAgain(world: World, seed: number) {
  const { faults, ratings, batches } = await simulate(world, seed)
  console.log(`\nSeed ${seed}: ${ratings} ratings, ${batches} batches\n${faults.join('\n')}`)
  if (faults.length === 0) return true
  const fewer = await shrunk(world, seed)
  console.log(`\n${fewer.length} of ${planOf(seed).length} events are enough:\n${fewer.map(told).join('\n')}`)
  return false
}

async function many(world: World, seeds: number) {
  const first = Math.floor(Math.random() * 1e9)
  const seen: Seen[] = []
  const wrong: string[] = []
  await step('Bad days', async report => {
    for (let seed = first; seed < first + seeds; seed++) {
      const one = await simulate(world, seed)
      seen.push(one)
      if (one.faults.length > 0) wrong.push(`seed ${seed}: ${one.faults[0]}; npm run test:chaos -- --seed=${seed}`)
      report(`${seen.length} of ${seeds} seeds, ${wrong.length} wrong`)
    }
  })
  const sum = (what: (one: Seen) => number) => seen.reduce((total, one) => total + what(one), 0)
  console.log(
    `\nSeeds ${first} to ${first + seeds - 1}: ${sum(s => s.ratings)} ratings, ${sum(s => s.batches)} batches, ${sum(s => s.requests)} requests`,
  )
  console.log([...wrong, `${wrong.length} of ${seeds} seeds went wrong`].join('\n'))
  return wrong.length === 0
}

async function withoutEach(world: World, seeds: number) {
  let isSound = true
  for (const guard of guards) {
    const found = await firstFault(await switchOff(world, guard), 1, seeds)
    isSound &&= found !== undefined
    console.log(
      `${found ? 'missed    ' : 'NOT MISSED'} ${guard.name}${found ? `: seed ${found.seed}, ${found.faults[0]}` : ''}`,
    )
  }
  return isSound
}

await run(async () => {
  const world = await step('Opening the database', openWorld)
  const isSound = options.broken
    ? await withoutEach(world, Number(options.seeds))
    : options.seed
      ? await oneAgain(world, Number(options.seed))
      : await many(world, Number(options.seeds))
  process.exit(isSound ? 0 : 1)
})
