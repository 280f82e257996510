// Prints how long it takes a coordinator to bring in a file, in a browser, with the embedded server behind it.
//
//   npx node bench/import.ts
//
// First the 2,642 procedures of the country, which must be in within five seconds from asking for them to having them
// written, then a file of 100,000, the most that is taken. Beside each: the longest time in which the page drew nothing.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import config from '../playwright.config.ts'
import { adminClient } from '../scripts/admin/client.ts'
import { findBrowser } from '../scripts/checks/browser.ts'
import { type Served, startServer } from '../scripts/checks/test-server.ts'
import { prepareSecrets } from '../scripts/server/secrets.ts'
import { run, step } from '../scripts/terminal.js'
import { paths } from '../src/paths.ts'

const email = 'dieu-phoi@example.org'
/** A machine that does other things as well is slow to answer: waiting spoils no figure, and giving up loses them all. */
const PATIENCE = 600_000
const code = (n: number) => `9.${String(n).padStart(6, '0')}`
const files = [
  { name: 'toan-quoc.csv', csv: readFileSync('supabase/reference/procedures-national.csv'), most: 5 },
  {
    name: 'mot-tram-nghin.csv',
    csv: Buffer.from(
      `code,name,field\n${Array.from({ length: 100_000 }, (_, n) => `${code(n)},Thủ tục thứ ${n},Hộ tịch`).join('\n')}\n`,
    ),
  },
]

/** The code of the last mail, which may be printed a little after the page has its answer. */
async function mailedCode(server: Served) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await setTimeout(100)) {
    const code = [...server.output().matchAll(/code is: (\d{6})/g)].at(-1)?.[1]
    if (code) return code
  }
  throw new Error(`No code was mailed. The server said:\n${server.output()}`)
}

async function signIn(page: Page, server: Served) {
  await page.goto(server.url + paths.staff.home())
  await page.getByLabel('Địa chỉ thư điện tử').fill(email)
  await page.getByRole('button', { name: 'Gửi mã' }).click()
  await page.getByLabel('Mã gồm 6 chữ số').waitFor()
  await page.getByLabel('Mã gồm 6 chữ số').fill(await mailedCode(server))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('heading', { name: 'Việc cần xem trước' }).waitFor()
}

/** Notes the longest time between two pictures of the page. */
const watchPictures = () => {
  const kept = window as typeof window & { longest: number }
  kept.longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    kept.longest = Math.max(kept.longest, now - last)
    last = now
    requestAnimationFrame(look)
  }
  look()
}

async function bringIn(page: Page, { name, csv }: (typeof files)[number]) {
  await page.reload()
  await page.getByLabel('Chọn tệp').waitFor()
  await page.evaluate(watchPictures)
  const since = performance.now()
  await page.getByLabel('Chọn tệp').setInputFiles({ name, mimeType: 'text/csv', buffer: csv })
  const check = page.getByRole('button', { name: /^Kiểm tra/ })
  await check.waitFor()
  const read = performance.now()
  await check.click()
  const write = page.getByRole('button', { name: /^Ghi/ })
  await write.waitFor()
  const checked = performance.now()
  await write.click()
  await page.getByText('Đã ghi xong.').waitFor()
  const written = performance.now()
  const longest = await page.evaluate(() => (window as typeof window & { longest: number }).longest)
  return { read: read - since, check: checked - read, write: written - checked, whole: written - since, longest }
}

await run(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-bench-'))
  const { secretKey } = prepareSecrets()
  const args = config.use?.launchOptions?.args ?? []
  const browser = await chromium.launch({ args, executablePath: process.env.CHROMIUM_PATH ?? findBrowser().path })
  try {
    const server = await step('Starting the server', () => startServer(folder, ['--no-demo']))
    try {
      const asked = { email, office: 'tinh-an-giang', role: 'coordinator' }
      await adminClient(server.url, secretKey)('invite_member', asked)
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      page.setDefaultTimeout(PATIENCE)
      await signIn(page, server)
      await page.goto(`${server.url}${paths.staff.imports()}?kind=procedures`)
      for (const file of files) {
        const took = await step(file.name, () => bringIn(page, file))
        for (const [what, milliseconds] of Object.entries(took)) {
          const bound =
            what === 'whole' && file.most
              ? `<= ${file.most}  ${milliseconds <= file.most * 1000 ? 'ok' : 'falls short'}`
              : ''
          console.log(`  ${what.padEnd(10)}${(milliseconds / 1000).toFixed(2).padStart(8)} s  ${bound}`.trimEnd())
        }
      }
    } finally {
      await server.end('SIGTERM')
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
