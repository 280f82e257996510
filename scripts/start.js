// npm start, npm run dev: from a fresh clone to a served app.

import { run } from './console.js'
import { handOver, preparePackages } from './packages.js'

await run(async () => {
  await preparePackages()
  handOver('serve.ts', process.argv.slice(2))
})
