// npm run test:full-disk: two hours on a disk that is full.

import { readArguments, run, step } from '../../terminal.js'
import { growth } from '../long-runs/memory.ts'
import { fullDisk } from './full-disk.ts'

const { values: options } = readArguments({ options: { minutes: { type: 'string', default: '120' } } })

// Interrupted, it takes its disk away.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

await run(async () => {
  const seconds = 60 * Number(options.minutes)
  const { faults, memory, ...seen } = await step('Rating on a full disk', onProgress =>
    fullDisk({ seconds, onProgress }),
  )
  console.log(`\n${faults.join('\n')}\n`)
  const spells = Object.entries(Object.groupBy(seen.spells, name => name)).map(
    ([name, all]) => `${all?.length} ${name}`,
  )
  console.log(`${seen.ratings} ratings, ${seen.acknowledged} acknowledged; spells: ${spells.join(', ')}`)
  console.log(`${seen.reads} reads, the slowest ${seen.slowest.toFixed(0)} ms`)
  console.log(
    `Memory: ${memory.warm.toFixed(0)} MB when warm, ${memory.end.toFixed(0)} MB at the end; ${growth} MB more are allowed`,
  )
  console.log(`${faults.length} faults`)
  process.exit(faults.length === 0 ? 0 : 1)
})
