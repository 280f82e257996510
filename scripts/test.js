// npm test: from a fresh clone to a verdict.

import { handOver, preparePackages } from './bootstrap.js'
import { run } from './terminal.js'

await run(async () => {
  await preparePackages()
  handOver('checks/run.ts', process.argv.slice(2))
})
