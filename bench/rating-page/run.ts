// Prints how fast the rating page is, beside a page that asks the same questions with SurveyJS.
//
//   npx node bench/rating-page/run.ts [--runs 5]
//
// Both pages are built for production, served alike from memory with gzip, with the embedded server's API behind
// them, and measured in turn: by Lighthouse's mobile profile with applied throttling, and by a tap at the moment the
// first face is painted, under the same throttling. Machines are noisy: compare the medians and ratios of one run.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import config from '../../playwright.config.ts'
import { birthRegistrationCounter } from '../../scripts/build/reference-data.ts'
import { findBrowser } from '../../scripts/checks/browser.ts'
import { startServer } from '../../scripts/checks/test-server.ts'
import { prepareSecrets } from '../../scripts/server/secrets.ts'
import { run, step } from '../../scripts/terminal.js'
import { paths } from '../../src/paths.ts'
import { buildOurs, buildSurvey, preparePackages } from './build.ts'
import { face, firstTap } from './first-tap.ts'
import { lighthouse } from './lighthouse.ts'
import { printTable, type Run } from './report.ts'
import { serve } from './server.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const flags = config.use?.launchOptions?.args ?? []
const browser = process.env.CHROMIUM_PATH ?? findBrowser().path

async function measure(folder: string, api: string) {
  const ours = await serve(join(folder, 'ours'), () => 'rate.html', api)
  const survey = await serve(join(folder, 'survey'), () => 'index.html', api)
  const path = paths.rate(birthRegistrationCounter)
  // Our faces are there before the scripts, so the page says when React has taken over; SurveyJS draws its faces itself.
  const subjects = [
    { name: 'ours', url: ours.url + path, readyMark: '[data-ready]', sendsAtOnce: true, runs: [] as Run[] },
    { name: 'SurveyJS', url: survey.url + path, readyMark: face, sendsAtOnce: false, runs: [] as Run[] },
  ] as const
  try {
    for (let i = 1; i <= Number(values.runs); i++) {
      for (const subject of subjects) {
        await step(`Run ${i}, ${subject.name}`, async () => {
          const seen = await lighthouse(subject.url, browser, flags)
          subject.runs.push({ ...seen, ...(await firstTap(subject, browser, flags)) })
        })
      }
    }
  } finally {
    ours.close()
    survey.close()
  }
  printTable(subjects[0].runs, subjects[1].runs)
}

await run(async () => {
  process.env.NODE_ENV = 'production'
  await preparePackages()
  const { publishableKey } = prepareSecrets()
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-bench-'))
  try {
    await buildOurs(join(folder, 'ours'), publishableKey)
    await buildSurvey(join(folder, 'survey'), publishableKey)
    const api = await step('Starting the API', () => startServer(join(folder, 'data'), ['--no-demo']))
    await measure(folder, api.url).finally(() => api.end('SIGTERM'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
