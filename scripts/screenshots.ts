// npm run screenshots: the pictures in README.md, made from the running app.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { paths } from '../src/paths.ts'
import { findBrowser } from './browser.ts'
import { Problem, run, step } from './console.js'
import { runningServer } from './data-folder.ts'
import { root } from './packages.js'
import { birthRegistrationCounter } from './reference.ts'

const pictures = [
  { name: 'rate', path: paths.rate(birthRegistrationCounter), width: 390, height: 760 },
  { name: 'results', path: paths.results(), width: 1200, height: 1180 },
]

await run(async () => {
  const url = runningServer()?.url
  if (!url) throw new Problem('The pictures are made from the running app: run npm start first.')
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
