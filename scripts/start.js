// npm start, npm run dev: from a fresh clone to a served app.

import { handOver, preparePackages } from './bootstrap.js'
import { run } from './terminal.js'
import { watch } from './watchdog.js'

await run(async () => {
  await preparePackages()
  handOver('server/serve.ts', process.argv.slice(2), child => watch(child))
})
