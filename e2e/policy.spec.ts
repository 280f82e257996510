// Every kind of page does all that it does under its own policy: a violation is an error on the console, and that fails
// the test (rating.ts).

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Page, expect as soon } from '@playwright/test'
import writeWorkbook from 'write-excel-file/node'
import { paths } from '../src/paths'
import { api, call, office as place, procedures } from './api'
import { localDay } from './days'
import { COUNTER, face, takenOver, test, UNKNOWN } from './rating'
import { invite, newAddress, signIn } from './staff'

const expect = soon.configure({ timeout: 30_000 })
test.slow()

const expires_on = localDay(7)
const visit = { office: place, procedure: procedures.offered, channel: 'postal', count: 1, expires_on }

const open = async (page: Page, path: string) => {
  const answer = await page.goto(path)
  expect([path, answer?.headers()['content-security-policy']]).toEqual([
    path,
    expect.stringContaining("script-src 'self'"),
  ])
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('the API is not told the address of a visit, which is a secret', async ({ page }) => {
  const { body } = await call('make_visit_codes', visit, api.secretKey)
  const told = page.waitForRequest(request => request.url().endsWith('/rpc/visit_page'))
  await open(page, paths.visit(body[0]))
  expect((await (await told).allHeaders()).referer).toBe(`${api.url}/`)
})

test.describe('codes that nobody has', () => {
  test.use({ expectedErrors: /status of 404/ })

  test('what a citizen opens', async ({ page }) => {
    await open(page, paths.rate(COUNTER))
    await takenOver(page)
    await face(page, 'Hài lòng').tap()
    await expect(page.getByRole('heading', { name: 'Ông/Bà vừa làm thủ tục nào?' })).toBeVisible()
    for (const path of [
      paths.visit('AAAAAAAAAA'),
      paths.rate(UNKNOWN),
      paths.receipt(),
      paths.receipt('K7M4-Q29X-DP3T'),
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    }
    for (const path of ['/rated.html#K7M4-Q29X-DP3T', '/not-rated.html#counter_unknown', '/nowhere'])
      await open(page, path)
    await page.goto(paths.kiosk('5W3B89'))
    await expect(page.getByRole('heading').first()).toBeVisible()
  })
})

test('what the public opens, and takes along', async ({ page }) => {
  const office = 'xa-cho-moi'
  const results = [paths.home(), paths.results(), paths.officeResults(office), paths.procedureResults('1.001193')]
  for (const path of [...results, paths.officeSheet(office), paths.method(), paths.privacy(), paths.accessibility()])
    await open(page, path)
  await open(page, paths.embed(office))
  await page.goto(paths.officeResults(office))
  const drawing = page.getByRole('button', { name: /^PNG, tải hình/ }).first()
  const [picture] = await Promise.all([page.waitForEvent('download'), drawing.click()])
  expect(picture.suggestedFilename()).toMatch(/\.png$/)
  await open(page, paths.data())
  const workbook = page.getByRole('button', { name: /XLSX/ }).first()
  const [table] = await Promise.all([page.waitForEvent('download'), workbook.click()])
  expect(table.suggestedFilename()).toMatch(/\.xlsx$/)
})

test('what an office opens, a large workbook too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const email = newAddress('dieu-phoi')
  await invite(email, 'tinh-an-giang', 'coordinator')
  await signIn(page, email)
  const { home: _, office: _office, signIn: _signIn, ...alone } = paths.staff
  for (const path of Object.values(alone)) await open(page, path())
  const office = 'xa-cho-moi'
  await open(page, paths.staff.office(office))
  for (const of of ['procedures', 'counters', 'newCounter', 'posters'] as const)
    await open(page, paths.staffOffice[of](office))
  // A part that is not ours, and would bring styles of its own.
  await page.goto(paths.staff.members())
  const chosen = page.getByRole('combobox').first()
  await chosen.focus()
  await chosen.press('ArrowDown')
  await expect(page.getByRole('listbox')).toBeVisible()

  await page.goto(paths.staff.imports())
  const rows = Array.from({ length: 20_000 }, (_, n) => [`9.${String(n).padStart(6, '0')}`, `Thủ tục ${n}`, 'Hộ tịch'])
  const buffer = await writeWorkbook([['code', 'name', 'field'], ...rows]).toBuffer()
  await page.getByLabel('Chọn tệp').setInputFiles({ name: 'lon.xlsx', mimeType: '', buffer })
  await expect(page.getByRole('button', { name: /^Kiểm tra 20\.000 dòng/ })).toBeVisible()
})

test('an agency’s page shows the figure in its frame', async ({ page }) => {
  const framed = `<iframe src="${api.url}${paths.embed('xa-cho-moi')}" width="360" height="330"></iframe>`
  const agency = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(framed))
  await new Promise<void>(resolve => agency.listen(0, '127.0.0.1', resolve))
  await page.goto(`http://127.0.0.1:${(agency.address() as AddressInfo).port}/`)
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible()
  agency.close()
})
