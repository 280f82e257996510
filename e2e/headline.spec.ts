// The headline of a place is its last twelve months, wherever it is shown; all years are a choice.

import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { ask } from './api'
import { expectSame, figuresOf, headline, headlineMonths, ledger, read, recentLedger, sumOf } from './published'
import { test } from './rating'
import { invite, newAddress, signIn } from './staff'

const patience = { timeout: 30_000 }
const period = (page: Page) => page.getByRole('combobox', { name: 'Kỳ công bố' })
const shownPeriod = (page: Page) => page.getByRole('heading', { level: 1 }).locator('+ p')

/** The ledger of the tests is younger than a year: their headline is what the server says of this month alone. */
async function asIfOlder(page: Page) {
  const { last } = await headlineMonths()
  await page.route(/rpc\/\w+\?.*headline=true/, async route => {
    const response = await route.fetch({ url: route.request().url().replace('headline=true', `from_month=${last}-01`) })
    const rows = (await response.json()) as object[]
    await route.fulfill({ response, json: rows.map(row => ({ ...row, first_month: last, last_month: last })) })
  })
  return sumOf((await ledger()).filter(({ released_on }) => released_on.startsWith(last)))
}

/** '11/2026', with or without its zero. */
const month = (name: string) => new RegExp(`0?${Number(name.slice(5))}/${name.slice(0, 4)}`)

const figure = (text: string) => ({
  rate: read(/(\d+,\d)\s?%/.exec(text)?.[1] ?? ''),
  n: read(/([\d.]+)\s?lượt/.exec(text)?.[1] ?? ''),
})

/** Which of the verdicts a text says first. */
const verdictIn = (text: string) =>
  ({ Đạt: 'met', 'Chưa đạt': 'not_met', 'Chưa đủ dữ liệu': 'undecided', 'Không kết luận': 'unproven' })[
    /Đạt|Chưa đạt|Chưa đủ dữ liệu|Không kết luận/.exec(text)?.[0] ?? ''
  ]

for (const code of ['xa-cho-moi', 'xa-long-dien', 'xa-long-kien', 'tinh-an-giang']) {
  test(`${code} has one figure: badge, preview, embedded page, sheet and page`, async ({ page }) => {
    test.slow()
    const { first, last } = await headlineMonths()
    const { body } = await ask(`/rest/v1/rpc/satisfaction?by=all&office=${code}&headline=true`)
    const [{ n, rate, verdict, first_month, last_month }] = body
    expect([first_month, last_month]).toEqual([first, last])
    const all = await recentLedger()
    if (code !== 'tinh-an-giang') expect(sumOf(all.filter(batch => batch.office_code === code)).n).toBe(n)

    const badge = (await ask(`/rest/v1/rpc/satisfaction_badge?office=${code}`)).text.replace(/<[^>]+>/g, ' ')
    const { text } = await ask(paths.officeResults(code))
    const preview = /<meta property="og:description" content="([^"]*)/.exec(text)?.[1] ?? ''
    await page.goto(paths.embed(code))
    await expect(page.getByText('người trả lời hài lòng')).toBeVisible(patience)
    const embedded = (await page.getByRole('main').textContent()) ?? ''
    await page.goto(paths.officeSheet(code))
    const article = page.getByRole('article', { name: 'Tờ niêm yết' })
    await expect(article).toContainText('%', patience)
    const sheet = (await article.textContent()) ?? ''
    await page.goto(paths.officeResults(code))
    const words = page.getByRole('paragraph').filter({ hasText: 'hài lòng hoặc rất hài lòng, ' }).locator('..')
    await expect(words).toBeVisible(patience)
    const shown = (await words.textContent()) ?? ''

    for (const said of [badge, preview, embedded, sheet, shown]) {
      expectSame(figure(said), { n, percent: 100 * rate })
      expect(said).toMatch(month(first))
      expect(said).toMatch(month(last))
    }
    for (const said of [embedded, sheet, shown]) expect(verdictIn(said)).toBe(verdict)
  })
}

test('the office reads the same figure on its own side', async ({ page }) => {
  const [{ n, rate, verdict }] = (await ask('/rest/v1/rpc/satisfaction?by=all&office=xa-cho-moi&headline=true')).body
  const { first } = await headlineMonths()
  const email = newAddress('headline')
  await invite(email, 'xa-cho-moi', 'clerk')
  await signIn(page, email)
  const result = page.getByRole('complementary', { name: 'Kết quả đã phát hành' })
  await expect(result).toContainText('12 tháng qua (', patience)
  const said = (await result.textContent()) ?? ''
  expect(said).toMatch(month(first))
  expect(verdictIn(said)).toBe(verdict)
  const shown = await result.getByRole('definition').allTextContents()
  expect(shown).toContain(n.toLocaleString('vi-VN'))
  expect(Math.abs(figure(`${said} 0 lượt`).rate - 100 * rate)).toBeLessThanOrEqual(0.1)
})

test('the home page and the results show the last twelve months, and name them', async ({ page }) => {
  const expected = sumOf(await recentLedger())
  const { first, last } = await headlineMonths()
  await page.goto(paths.home())
  const said = page.getByText(/^12 tháng qua/)
  await expect(said).toContainText(month(first), patience)
  await expect(said).toContainText(month(last))
  expectSame(figure((await said.locator('..').textContent()) ?? ''), expected)
  await page.goto(paths.results())
  await expect(shownPeriod(page)).toContainText('12 tháng qua (', patience)
  await expect(shownPeriod(page)).toContainText(month(last))
  expectSame(await figuresOf(headline(page)), expected)
})

test('all years are a choice that stays in the address, goes along, and is undone by Back', async ({ page }) => {
  const [all, recent] = [sumOf(await ledger()), await asIfOlder(page)]
  expect(all.n).toBeGreaterThan(recent.n)
  await page.goto(paths.results())
  await expect(headline(page)).toBeVisible(patience)
  await page.getByRole('button', { name: /Lọc$/ }).click()
  await expect(period(page)).toHaveValue('')
  await period(page).selectOption('Tất cả các năm')
  await expect(page).toHaveURL(`${paths.results()}?period=all`)
  await expect(shownPeriod(page)).toContainText('Tất cả các năm (')
  await expect(async () => expectSame(await figuresOf(headline(page)), all)).toPass()

  await page.getByRole('link', { name: 'xã Chợ Mới' }).first().click()
  await expect(page).toHaveURL(paths.officeResults('xa-cho-moi', 'all'))
  const ofOffice = sumOf((await ledger()).filter(({ office_code }) => office_code === 'xa-cho-moi'))
  await expect(page.getByText(`hài lòng hoặc rất hài lòng, ${ofOffice.n.toLocaleString('vi-VN')} lượt`)).toBeVisible(
    patience,
  )

  await page.goBack()
  await expect(page).toHaveURL(`${paths.results()}?period=all`)
  await page.goBack()
  await expect(page).toHaveURL(paths.results())
  await expect(shownPeriod(page)).toContainText('12 tháng qua (')
  await expect(async () => expectSame(await figuresOf(headline(page)), recent)).toPass()
})

test('an office without a rating in twelve months says so, and shows all years in one tap', async ({ page }) => {
  const code = 'xa-cho-moi'
  await page.route(/headline=true/, route => route.fulfill({ json: [] }))
  const { n } = sumOf((await ledger()).filter(({ office_code }) => office_code === code))
  await page.goto(paths.officeResults(code))
  await expect(page.getByText('Không có lượt nào được công bố trong 12 tháng qua')).toBeVisible(patience)
  await expect(page.getByText(`Tất cả các năm có ${n.toLocaleString('vi-VN')} lượt được công bố.`)).toBeVisible()
  await expectAccess(page)
  await page.getByRole('link', { name: 'Xem tất cả các năm' }).click()
  await expect(page).toHaveURL(paths.officeResults(code, 'all'))
  await expect(page.getByText(`hài lòng hoặc rất hài lòng, ${n.toLocaleString('vi-VN')} lượt`)).toBeVisible(patience)
  await page.goBack()
  await expect(page.getByText('Không có lượt nào được công bố trong 12 tháng qua')).toBeVisible()
})

test('an office younger than twelve months says since when it counts', async ({ page }) => {
  const { last } = await headlineMonths()
  await page.route(/rest\/v1\/offices\?/, async route => {
    const response = await route.fetch()
    const offices = (await response.json()) as { code: string; opened_on: string }[]
    const younger = offices.map(office =>
      office.code === 'xa-cho-moi' ? { ...office, opened_on: `${last}-05` } : office,
    )
    await route.fulfill({ response, json: younger })
  })
  await page.goto(paths.officeResults('xa-cho-moi'))
  const [year, number] = last.split('-')
  await expect(page.getByText(`Cơ quan hoạt động từ 05/${number}/${year}, nên số liệu chưa đủ 12 tháng.`)).toBeVisible(
    patience,
  )
  await page.goto(paths.officeResults('xa-long-dien'))
  await expect(page.getByText('hài lòng hoặc rất hài lòng, ')).toBeVisible(patience)
  await expect(page.getByText('nên số liệu chưa đủ 12 tháng')).toHaveCount(0)
})

test('the months that are named are those of the figure, also beside settings of another day', async ({ page }) => {
  await page.route(/rest\/v1\/settings\?/, async route => {
    const response = await route.fetch()
    const rules = (await response.json()) as { key: string; value: unknown }[]
    const later = rules.map(rule => (rule.key === 'last_release_on' ? { ...rule, value: '2031-01-15' } : rule))
    await route.fulfill({ response, json: later })
  })
  const { last } = await headlineMonths()
  await page.goto(paths.results())
  await expect(shownPeriod(page)).toContainText(month(last), patience)
  await expect(shownPeriod(page)).not.toContainText('2031')
})

test('a period in which nothing was published is named, and all years are one tap away', async ({ page }) => {
  await page.goto(`${paths.results()}?period=2019`)
  await expect(shownPeriod(page)).toContainText('Năm 2019', patience)
  await page.getByRole('button', { name: /Lọc$/ }).click()
  await expect(period(page)).toHaveValue('2019')
  await page.getByRole('link', { name: 'Xem tất cả các năm' }).click()
  await expect(page).toHaveURL(`${paths.results()}?period=all`)
  await expect(headline(page)).toBeVisible(patience)
})
