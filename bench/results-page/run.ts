// Prints how fast the results of twenty offices over thirty-six months are there, and how Lighthouse finds the page.
//
//   npx node bench/results-page/run.ts [--runs 5]
//
// The app is built for production and served from memory with gzip, with the embedded server's API behind it. Lighthouse
// measures with its mobile profile and applied throttling. Machines are noisy: the medians of several runs are shown.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import config from '../../playwright.config.ts'
import { findBrowser } from '../../scripts/checks/browser.ts'
import { startServer } from '../../scripts/checks/test-server.ts'
import { prepareSecrets } from '../../scripts/server/secrets.ts'
import { run, step } from '../../scripts/terminal.js'
import { paths } from '../../src/paths.ts'
import { buildOurs, preparePackages } from '../rating-page/build.ts'
import { lighthouse } from '../rating-page/lighthouse.ts'
import { serve } from '../rating-page/server.ts'
import { sampleLedger } from './sample-ledger.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const flags = config.use?.launchOptions?.args ?? []
const browser = process.env.CHROMIUM_PATH ?? findBrowser().path

type Run = Awaited<ReturnType<typeof lighthouse>>

/** Milliseconds, or points of 100. */
const rows: [what: string, figure: keyof Run, must?: { most?: number; least?: number }][] = [
  ['first contentful paint', 'fcp'],
  ['largest contentful paint', 'lcp', { most: 2000 }],
  ['total blocking time', 'tbt'],
  ['layout shift', 'cls'],
  ['time to interactive', 'interactive'],
  ['bytes of script', 'scriptBytes'],
  ['performance', 'performance', { least: 90 }],
  ['accessibility', 'accessibility', { least: 100 }],
  ['best practices', 'bestPractices', { least: 100 }],
  ['search engines', 'seo', { least: 100 }],
]

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

function print(runs: Run[]) {
  for (const [what, figure, must] of rows) {
    const value = median(runs.map(one => one[figure]))
    const isMet = value <= (must?.most ?? Number.POSITIVE_INFINITY) && value >= (must?.least ?? 0)
    const bound = must ? `${must.most ? `<= ${must.most}` : `>= ${must.least}`}  ${isMet ? 'ok' : 'falls short'}` : ''
    console.log(`${what.padEnd(28)}${value.toFixed(value < 1 ? 3 : 0).padStart(10)}   ${bound}`.trimEnd())
  }
}

/** Publishes the sample's figures in a folder that no server has open. */
async function publish(folder: string) {
  process.env.DATA_DIR = folder
  const { openDatabase } = await import('../../scripts/server/database.ts')
  const { close, query } = await openDatabase()
  await query(sampleLedger(new Date()))
  await close()
}

await run(async () => {
  await preparePackages()
  const { publishableKey } = prepareSecrets()
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-bench-'))
  try {
    await publish(join(folder, 'data'))
    await buildOurs(join(folder, 'ours'), publishableKey)
    const api = await step('Starting the API', () => startServer(join(folder, 'data'), ['--no-demo']))
    const served = await serve(join(folder, 'ours'), () => 'index.html', api.url)
    const runs: Run[] = []
    try {
      for (let i = 1; i <= Number(values.runs); i++) {
        await step(`Run ${i}`, async () => {
          runs.push(await lighthouse(served.url + paths.results(), browser, flags))
        })
      }
    } finally {
      served.close()
      await api.end('SIGTERM')
    }
    print(runs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
