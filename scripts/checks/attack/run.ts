// npm run test:attack: makes every known attack against servers of its own.
//
//   npm run test:attack                         all attacks
//   npm run test:attack -- --only=guess         those with this in their name
//   npm run test:attack -- --without=mask,...   each of these guards switched off: its attack has to get through
//   npm run test:attack -- --each               every guard in turn

import { buildApp } from '../../build/app.ts'
import { readArguments, run, UserError } from '../../terminal.js'
import type { Attack } from './attack.ts'
import { publishableKey, removeFolders } from './folders.ts'
import type { Guard } from './guard.ts'
import { attacks, guards } from './list.ts'
import { type Tried, tryAll, tryAlone } from './try-out.ts'

const { values: options } = readArguments({
  options: {
    only: { type: 'string', default: '' },
    without: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
})

const words: Record<Tried['result'], string> = {
  held: 'held',
  broke: 'BROKE',
  open: 'open',
  skipped: 'skipped',
  failed: 'FAILED',
}
const wide = Math.max(...[...attacks, ...guards].map(({ name }) => name.length))

function line({ attack, result, said, seconds }: Tried) {
  const columns = [words[result].padEnd(7), attack.severity.padEnd(8), attack.name.padEnd(wide)]
  return [...columns, `${seconds.toFixed(1)} s`.padStart(7), ` ${attack.tried}: ${said}`].join(' ')
}

async function allAttacks() {
  const chosen = attacks.filter(({ name }) => name.includes(options.only))
  if (chosen.length === 0) throw new UserError(`No attack has "${options.only}" in its name.`)
  const results: Tried['result'][] = []
  for await (const tried of tryAll(chosen)) {
    console.log(line(tried))
    results.push(tried.result)
  }
  const count = (result: Tried['result']) => results.filter(one => one === result).length
  console.log(
    `\n${count('held')} held, ${count('broke')} got through, ${count('failed')} could not be made, ${count('open')} known and open, ${count('skipped')} skipped`,
  )
  return count('broke') + count('failed') === 0
}

async function attackWithout(attack: Attack, guard: Guard): Promise<Tried> {
  try {
    return await tryAlone(attack, guard)
  } catch (error) {
    return { attack, result: 'failed', said: String(error), seconds: 0 }
  }
}

/** A guard is needed when the attack that it stops gets through without it. */
async function switchOff(guard: Guard) {
  const attack = attacks.find(({ name }) => name === guard.stops)
  if (!attack) throw new UserError(`${guard.name} is said to stop "${guard.stops}", which is no attack.`)
  const tried = await attackWithout(attack, guard)
  console.log(`without ${guard.name.padEnd(wide)} ${line(tried)}`)
  const verdict = { broke: 'needed', held: 'NOT NEEDED', skipped: 'skipped', failed: 'FAILED', open: 'NOT NEEDED' }[
    tried.result
  ]
  return { guard: guard.name, 'lets through': guard.stops, verdict, seconds: Number(tried.seconds.toFixed(1)) }
}

async function switchOffEach(chosen: Guard[]) {
  const rows = []
  for (const guard of chosen) rows.push(await switchOff(guard))
  console.table(rows)
  return rows.every(({ verdict }) => verdict === 'needed' || verdict === 'skipped')
}

function namedGuards(names: string[]) {
  const unknown = names.find(name => !guards.some(guard => guard.name === name))
  if (unknown !== undefined)
    throw new UserError(`--without knows ${guards.map(({ name }) => name).join(', ')}, not "${unknown}".`)
  return guards.filter(({ name }) => names.includes(name))
}

await run(async () => {
  await buildApp(publishableKey)
  try {
    const chosen = options.each ? guards : namedGuards(options.without?.split(',') ?? [])
    const isSound = chosen.length > 0 ? await switchOffEach(chosen) : await allAttacks()
    process.exitCode = isSound ? 0 : 1
  } finally {
    removeFolders()
  }
})
