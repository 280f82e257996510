// Serves the app and its API on one port, from a database in a folder or on a Postgres server.

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adminClient } from '../admin/client.ts'
import { root } from '../bootstrap.js'
import { buildApp } from '../build/app.ts'
import { loadIllustrativeRatings } from '../demo/load.ts'
import { ledgerKey } from '../ledger/key.ts'
import { readArguments, run, step } from '../terminal.js'
import { releaseDaily } from './daily-release.ts'
import { announceServer, environment, folder, forgetServer } from './data-folder.ts'
import { isEmbedded, openDatabase } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { beginHeartbeat } from './heartbeat.ts'
import { checkPort, startHttpServer, waitUntilHealthy } from './http-server.ts'
import { liteApi } from './lite-api.ts'
import { openGraph } from './open-graph.ts'
import { securityHeaders } from './pages/headers.ts'
import { filesOfPages, onlyKnownPages } from './pages/known-pages.ts'
import { ledgerTiles } from './pages/ledger-tiles.ts'
import { publicAddress } from './pages/public-address.ts'
import { unreadableRequests } from './pages/unreadable.ts'
import { diskSpace, freeSpaceOf } from './requests/disk-space.ts'
import { prepareSecrets } from './secrets.ts'
import { printStartBanner } from './start-banner.ts'

const { values: options } = readArguments({
  options: {
    port: { type: 'string', default: environment('PORT', '4173') },
    host: { type: 'string', default: environment('HOST', '0.0.0.0') },
    dev: { type: 'boolean', default: false },
    // The app as it was built before.
    'no-build': { type: 'boolean', default: false },
    'no-demo': { type: 'boolean', default: process.env.NO_DEMO === '1' },
    // Fewer made-up ratings, for tests.
    'demo-months': { type: 'string', default: '18' },
    'demo-scale': { type: 'string', default: '1' },
  },
})
const address = { host: options.host, port: Number(options.port) }
const url = `http://localhost:${address.port}`

// Marks made-up ratings that are only partly there, so that a start that was interrupted is completed by the next.
const unfinished = join(folder, 'illustration-unfinished')

async function loadIllustration(secretKey: string) {
  writeFileSync(unfinished, '')
  await step('Loading made-up ratings for trying it out', report =>
    loadIllustrativeRatings({
      url,
      secretKey,
      months: Number(options['demo-months']),
      scale: Number(options['demo-scale']),
      onProgress: ({ done, total, month }) => report(`${month}, ${Math.round((100 * done) / Math.max(total, 1))} %`),
    }),
  )
  rmSync(unfinished, { force: true })
}

// Whoever started this process has ended without a signal.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Does the given work once, at the first signal, and ends. */
function stopOnSignal(work: () => Promise<void>) {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    console.log('\nStopping …')
    await work()
    process.exit(0)
  }
  // Vite's own listener would end the process before the database is closed.
  process.removeAllListeners('SIGTERM')
  for (const signal of signals) process.on(signal, stop)
}

await run(async () => {
  process.chdir(root)
  // Only this user reads people's data; the built app other programs may serve.
  const usual = process.umask(0o077)
  lockFolder()
  await checkPort(address)
  const { publishableKey, secretKey } = prepareSecrets()
  process.umask(usual)
  if (!options.dev && !options['no-build']) await buildApp(publishableKey)
  process.umask(0o077)
  const database = await openDatabase()
  const api = liteApi({
    ...database,
    isEmbedded,
    secret: secretKey,
    limitsFile: join(folder, 'sign-in-limits.json'),
    ...(isEmbedded && { isDiskShort: diskSpace(freeSpaceOf(folder)) }),
  })
  const own = { url, key: publishableKey }
  const site = publicAddress(own)
  // From the outside in: the last finds the file of an address, which the others still see as it was asked for.
  const inside = [openGraph(own, site), api.plugin, filesOfPages]
  const plugins = [unreadableRequests, securityHeaders(site), ledgerTiles(own), onlyKnownPages, ...inside]
  const server = await startHttpServer(address, plugins, options.dev)
  let stopClock = async () => {}
  stopOnSignal(async () => {
    await stopClock()
    await api.drained()
    await server.close()
    await database.close()
    forgetServer()
  })
  await step('Starting the server', () => waitUntilHealthy(url, publishableKey))
  announceServer(url)
  if (!options['no-demo'] && (database.isNew || existsSync(unfinished))) await loadIllustration(secretKey)
  await printStartBanner(database, address)
  beginHeartbeat()
  stopClock = releaseDaily(url, publishableKey, adminClient(url, secretKey), ledgerKey(folder))
})
