// npm run test:fuzz: a hundred thousand requests that no page sends.

import { readArguments, run, step } from '../../terminal.js'
import { growth } from '../long-runs/memory.ts'
import { campaign } from './campaign.ts'

const { values: options } = readArguments({
  options: {
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '100000' },
    // The end, though not all have been sent.
    minutes: { type: 'string' },
    // One of them alone, by its number.
    only: { type: 'string' },
  },
})

await run(async () => {
  const requests = Number(options.requests)
  const start = Date.now()
  const { asked, faults, statuses, statusesOfStaff, slowOnce, memory } = await step(
    `Asking with seed ${options.seed}`,
    report =>
      campaign({
        seed: options.seed,
        requests,
        ...(options.only !== undefined && { only: Number(options.only) }),
        ...(options.minutes !== undefined && { minutes: Number(options.minutes) }),
        demoMonths: 4,
        onProgress: (done, failures) => report(`${done} of ${requests}, ${failures} refused wrongly`),
      }),
  )
  const seconds = (Date.now() - start) / 1000
  console.log(`\n${faults.join('\n\n')}\n`)
  console.log(`Answers by status: ${JSON.stringify(statuses)}`)
  console.log(`Of these to staff: ${JSON.stringify(statusesOfStaff)}`)
  console.log(`Slow once, and sooner when asked alone: ${slowOnce}`)
  for (const { warm, end } of memory)
    console.log(
      `Memory: ${warm.toFixed(0)} MB when warm, ${end.toFixed(0)} MB at the end; ${growth} MB more are allowed`,
    )
  console.log(`${asked} requests in ${seconds.toFixed(0)} s: ${faults.length} faults`)
  process.exit(faults.length === 0 ? 0 : 1)
})
