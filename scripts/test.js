// npm test: from a fresh clone to a verdict.

import { run } from './console.js'
import { handOver, preparePackages } from './packages.js'

await run(async () => {
  await preparePackages()
  handOver('check.ts', process.argv.slice(2))
})
