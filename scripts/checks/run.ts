// npm test: everything that says whether this copy is sound, the cheapest first.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap.js'
import { buildApp } from '../build/app.ts'
import { measureSizes } from '../build/bundle-size.ts'
import { prepareSecrets } from '../server/secrets.ts'
import { readArguments, run, UserError } from '../terminal.js'
import { findBrowser } from './browser.ts'
import { runTool } from './run-tool.ts'
import { prepareFolder, withServer } from './test-server.ts'

// What is no option goes to Playwright: npm test -- --only=e2e api-rating
const { values: options, positionals } = readArguments({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true } },
})
const results = join(root, 'test-results')
const passedAndFailed = { passed: 0, failed: 0 }

function count(passed: number, failed: number) {
  passedAndFailed.passed += passed
  passedAndFailed.failed += failed
}

async function vitest(project: string) {
  const report = join(results, `${project}.json`)
  const json = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isSound = await runTool('vitest', ['run', '--project', project, ...json])
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that cannot even be loaded has no tests to count, and is a failure all the same.
  count(numPassedTests, isSound ? numFailedTests : Math.max(1, numFailedTests))
  return isSound
}

async function build() {
  await buildApp(prepareSecrets().publishableKey)
  const sizes = measureSizes()
  for (const { what, size, limit } of sizes) console.log(`${size.toFixed(1).padStart(6)} of ${limit} kB  ${what}`)
  const tooLarge = sizes.filter(({ size, limit }) => size > limit).length
  count(sizes.length - tooLarge, tooLarge)
  return tooLarge === 0
}

/** Once, before the first check that starts servers of its own; few specs start none or one, and do without. */
let forgetFolder: (() => void) | undefined
const withFolder = (work: () => Promise<boolean>) => async () => {
  if (positionals.length === 0) forgetFolder ??= await prepareFolder()
  return await work()
}

async function browserTests() {
  const browser = findBrowser()
  console.log(`Browser: ${browser.how}`)
  const { publishableKey, secretKey } = prepareSecrets()
  const isSound = await withServer(url =>
    runTool('playwright', ['test', ...positionals], {
      BASE_URL: url,
      SUPABASE_PUBLISHABLE_KEY: publishableKey,
      SUPABASE_SECRET_KEY: secretKey,
      CHROMIUM_PATH: browser.path,
    }),
  )
  const { stats } = JSON.parse(readFileSync(join(results, 'e2e.json'), 'utf8'))
  count(stats.expected + stats.flaky, isSound ? stats.unexpected : Math.max(1, stats.unexpected))
  return isSound
}

type Check = { name: string; what: string; work: () => Promise<boolean> }

const checks: Check[] = [
  { name: 'format', what: 'formatting and lint', work: () => runTool('biome', ['check', '--error-on-warnings']) },
  { name: 'types', what: 'types', work: () => runTool('tsc', ['--noEmit']) },
  { name: 'imports', what: 'imports and sizes of folders and functions', work: () => vitest('imports') },
  { name: 'unit', what: 'unit, property and database tests', work: () => vitest('rules') },
  { name: 'build', what: 'build and its size', work: build },
  { name: 'server', what: 'the server on bad days', work: withFolder(() => vitest('server')) },
  { name: 'e2e', what: 'journeys in a browser', work: withFolder(browserTests) },
]

function chosenChecks() {
  const only = options.only?.flatMap(names => names.split(','))
  const unknown = only?.find(name => !checks.some(check => check.name === name))
  if (unknown) throw new UserError(`--only knows ${checks.map(check => check.name).join(', ')}, not "${unknown}".`)
  return checks.filter(({ name }) => !only || only.includes(name))
}

await run(async () => {
  process.chdir(root)
  const chosen = chosenChecks()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const summary: string[] = []
  let isSound = true
  for (const { what, work } of chosen) {
    console.log(`\n── ${what}`)
    const start = Date.now()
    const passed = await work()
    summary.push(`${passed ? '✓' : '✗'} ${what}  ${((Date.now() - start) / 1000).toFixed(0)} s`)
    isSound &&= passed
  }
  forgetFolder?.()
  if (!isSound && passedAndFailed.failed === 0) count(0, 1)
  console.log(`\n${summary.join('\n')}\n`)
  console.log(`${passedAndFailed.passed} passed, ${passedAndFailed.failed} failed`)
  process.exit(isSound ? 0 : 1)
})
