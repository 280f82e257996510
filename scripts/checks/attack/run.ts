// npm run test:attack: makes every known attack against a server of its own.
//
//   npm run test:attack                      all attacks
//   npm run test:attack -- --only=guess      those with this in their name
//   npm run test:attack -- --without=<guard> one guard switched off: its attack has to get through
//   npm run test:attack -- --each            every guard in turn

import { buildApp } from '../../build/app.ts'
import { readArguments, run, UserError } from '../../terminal.js'
import type { Guard } from './attack.ts'
import { publishableKey, removeFolders } from './folders.ts'
import { attacks, guards } from './list.ts'
import { type Tried, tryAll, tryAlone } from './try-out.ts'

const { values: options } = readArguments({
  options: {
    only: { type: 'string' },
    without: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
})

const words: Record<Tried['result'], string> = {
  held: 'held  ',
  broke: 'BROKE ',
  open: 'open  ',
  skipped: 'skip  ',
  failed: 'FAILED',
}

const line = ({ attack, result, said, seconds }: Tried) =>
  `${words[result]} ${attack.severity.padEnd(8)} ${attack.name.padEnd(46)} ${`${seconds.toFixed(1)} s`.padStart(7)}  ${attack.tried}: ${said}`

async function allAttacks(only = '') {
  const chosen = attacks.filter(({ name }) => name.includes(only))
  if (chosen.length === 0) throw new UserError(`No attack has "${only}" in its name.`)
  const tried: Tried[] = []
  for await (const one of tryAll(chosen)) {
    console.log(line(one))
    tried.push(one)
  }
  const count = (...results: Tried['result'][]) => tried.filter(({ result }) => results.includes(result)).length
  console.log(
    `\n${count('held')} held, ${count('broke', 'failed')} got through or failed, ${count('open')} known and open, ${count('skipped')} skipped`,
  )
  return count('broke', 'failed') === 0
}

/** Whether the attack that a guard stops gets through without it. */
async function without(guard: Guard) {
  const attack = attacks.find(({ name }) => name === guard.stops)
  if (!attack) throw new UserError(`${guard.name} is said to stop "${guard.stops}", which is no attack.`)
  const tried = await tryAlone(attack, guard)
  const isSkipped = tried.result === 'skipped'
  const isNeeded = tried.result === 'broke'
  const verdict = isSkipped ? 'skipped   ' : isNeeded ? 'needed    ' : 'NOT NEEDED'
  console.log(`${verdict} ${guard.name.padEnd(30)} without it  ${line(tried)}`)
  return {
    guard: guard.name,
    stops: guard.stops,
    verdict: verdict.trim(),
    seconds: Number(tried.seconds.toFixed(1)),
    isFine: isNeeded || isSkipped,
  }
}

async function oneGuard(name: string) {
  const guard = guards.find(known => known.name === name)
  if (!guard) throw new UserError(`--without knows ${guards.map(known => known.name).join(', ')}, not "${name}".`)
  return (await without(guard)).isFine
}

async function eachGuard() {
  const rows = []
  for (const guard of guards) rows.push(await without(guard))
  console.table(rows.map(({ isFine, ...row }) => row))
  return rows.every(({ isFine }) => isFine)
}

await run(async () => {
  await buildApp(publishableKey)
  try {
    const { only, without: name, each } = options
    const isSound = name ? await oneGuard(name) : each ? await eachGuard() : await allAttacks(only)
    process.exitCode = isSound ? 0 : 1
  } finally {
    removeFolders()
  }
})
