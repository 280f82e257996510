// npm run screenshots: the pictures in README.md, made from the running app.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { paths } from '../../src/paths.ts'
import { root } from '../bootstrap.js'
import { birthRegistrationCounter } from '../build/reference-data.ts'
import { runningServer } from '../server/data-folder.ts'
import { run, step, UserError } from '../terminal.js'
import { findBrowser } from './browser.ts'

const pictures = [
  { name: 'rate', path: paths.rate(birthRegistrationCounter), width: 390, height: 760 },
  { name: 'results', path: paths.results(), width: 1200, height: 1180 },
]

await run(async () => {
  const url = runningServer()?.url
  if (!url) throw new UserError('The pictures are made from the running app: run npm start first.')
  const folder = join(root, 'docs/screenshots')
  mkdirSync(folder, { recursive: true })
  const { path: executablePath } = findBrowser()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const { name, path, width, height } of pictures) {
    await step(`Taking ${name}.png`, async () => {
      const page = await browser.newPage({ viewport: { width, height }, locale: 'vi-VN' })
      await page.goto(new URL(path, url).href, { waitUntil: 'networkidle' })
      await page.screenshot({ path: join(folder, `${name}.png`) })
      await page.close()
    })
  }
  await browser.close()
})
