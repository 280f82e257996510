import { type Browser, type Page, expect as soon } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { api } from './api'
import { utcDay } from './days'
import { better, history, lowerEnd, quarters, same } from './improvement'
import { onOwnServer } from './own-server'
import { noSignal, test } from './rating'
import { newAddress, type Role, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = soon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 240_000 })

const name = 'Lê Thị Thử'
const published = 'Một người con kể cha mẹ già được giúp điền đơn rất kiên nhẫn.'

async function read(url: string, path: string) {
  const response = await fetch(`${url}/rest/v1/${path}`, { headers: { apikey: api.publishableKey } })
  expect(response.status, path).toBe(200)
  return response.text()
}

/** Of an office in a quarter, by its batches. */
async function sums(url: string, office: string, first: string) {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const next = utcDay(Date.UTC(year, month + 2, 1))
  const batches: { n: number; score_4: number; score_5: number }[] = JSON.parse(
    await read(url, `batches?office_code=eq.${office}&released_on=gte.${first}&released_on=lt.${next}`),
  )
  return batches.reduce(
    (sum, { n, score_4, score_5 }) => ({ n: sum.n + n, satisfied: sum.satisfied + score_4 + score_5 }),
    { n: 0, satisfied: 0 },
  )
}

/** Everything that anybody reads of good practice without a browser. */
const everything = async (url: string) =>
  (
    await Promise.all(
      ['good_practice', 'praise_names', 'open_csv?file=good_practice', 'open_json?file=good_practice'].map(path =>
        read(url, `rpc/${path}`),
      ),
    )
  ).join('\n')

type Call = Parameters<Parameters<typeof onOwnServer>[1]>[0]['call']

/** Somebody with a role, signed in, at the page of good practice. */
async function enter(browser: Browser, url: string, call: Call, office: string, role: Role) {
  const email = newAddress('lam-tot')
  await call('invite_member', { email, office, role })
  const page = await (await browser.newContext({ viewport: { width: 900, height: 900 } })).newPage()
  await signIn(page, email, url)
  return page
}

const atPractice = (page: Page, url: string) => page.goto(url + paths.staffPage('good-practice'))

async function headAgrees(head: Page, url: string) {
  await atPractice(head, url)
  await head.getByText('Ghi đồng ý nêu tên').click()
  await head.getByLabel('Họ tên công chức').fill(name)
  await head.getByLabel('Đã đồng ý bằng cách nào').selectOption('bằng tin nhắn')
  await head.getByRole('button', { name: 'Ghi đồng ý' }).click()
  await expect(head.getByText(`${name} đồng ý nêu tên, bằng tin nhắn`)).toBeVisible()
  await head.getByLabel('Cơ quan đã làm gì').fill('Ngắn')
  await head.getByRole('button', { name: 'Gửi duyệt' }).click()
  await expect(head.getByRole('alert')).toContainText('Viết ít nhất 20 ký tự')
  await head.getByLabel('Cơ quan đã làm gì').fill('Chúng tôi xem trước hồ sơ ở bàn hướng dẫn rồi mới phát số.')
  await head.getByRole('button', { name: 'Gửi duyệt' }).click()
  await expect(head.getByText('Chờ duyệt.').first()).toBeVisible()
  await expectAccess(head)
}

async function coordinatorPublishes(coordinator: Page, url: string) {
  await atPractice(coordinator, url)
  const text = coordinator.getByLabel('Nội dung đăng')
  const save = coordinator.getByRole('button', { name: 'Lưu quyết định' })
  await text.fill(`Lời khen: cô ở quầy giúp mẹ tôi viết từng dòng.`)
  await save.click()
  await expect(coordinator.getByRole('alert')).toContainText('Hãy kể lại bằng lời khác')
  await text.fill(published)
  await coordinator.getByLabel('Nêu tên công chức đã đồng ý').check()
  await save.click()
  await expect(coordinator.getByText('Không có lời khen nào ở đây')).toBeVisible()
  await coordinator.getByRole('button', { name: 'Đăng ghi chú' }).click()
  await expect(coordinator.getByText('Chúng tôi xem trước hồ sơ')).toBeVisible()
}

/** On a phone: the office that improved and no other, the praise with its name, and a copy without it. */
async function readInPublic(page: Page, url: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  await page.goto(url + paths.goodPractice())
  const card = page.getByRole('article').filter({ hasText: 'Hội An' })
  await expect(card.first()).toContainText('60,0%')
  await expect(card.first()).toContainText('95,6%')
  await expect(card.first()).toContainText('Chúng tôi xem trước hồ sơ')
  await expect(page.getByRole('article').filter({ hasText: 'Chợ Mới' })).toHaveCount(0)
  const praise = page.getByRole('article').filter({ hasText: published })
  await expect(praise).toContainText(`Công chức được khen: ${name}`)
  await expect(praise).not.toContainText(/lượt|nhóm|\d\d\/\d\d\/\d{4}/)
  await praise.getByRole('button', { name: 'Chép ví dụ này' }).click()
  await expect(praise.getByRole('button', { name: /Đã chép/ })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(published)
  expect(copied).toContain(`${url}${paths.goodPractice({ office: better.office })}`)
  expect(copied).not.toContain(name)

  await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption('Hộ tịch')
  await expect(page.getByText('Lời khen không ghi lĩnh vực')).toBeVisible()
  await expect(card).toHaveCount(1)
  await page.goBack()
  await expect(praise).toBeVisible()
  await expectAccess(page)
}

test('an office that surely improved, and praise with an officer’s name until the officer takes it back', async ({
  page,
  browser,
}) => {
  await onOwnServer(page, async ({ url, call }) => {
    for (const day of history()) await call('enter_illustrative_ratings', { days: [day] })
    const { before, after } = quarters()
    for (const [office, isBetter] of [
      [better.office, true],
      [same.office, false],
    ] as const) {
      const [first, last] = [await sums(url, office, before()), await sums(url, office, after())]
      expect(Math.min(first.n, last.n)).toBeGreaterThanOrEqual(100)
      expect(lowerEnd(first, last) > 0).toBe(isBetter)
      const told = JSON.parse(await read(url, `rpc/good_practice?office=${office}`))
      const improved = told.filter((one: { kind: string }) => one.kind === 'improvement')
      expect(improved).toHaveLength(isBetter ? 1 : 0)
      if (isBetter) expect(improved[0]).toMatchObject({ n_before: first.n, satisfied: last.satisfied })
      if (isBetter) expect(improved[0].low).toBeCloseTo(lowerEnd(first, last), 9)
    }

    const clerk = await enter(browser, url, call, better.office, 'clerk')
    await clerk.goto(url + paths.staff.comments())
    await clerk.getByRole('button', { name: 'Đề nghị làm lời khen' }).click()
    await expect(clerk.getByText('Đã đề nghị làm lời khen')).toBeVisible()
    const head = await enter(browser, url, call, better.office, 'head')
    await headAgrees(head, url)
    const coordinator = await enter(browser, url, call, 'tinh-an-giang', 'coordinator')
    await coordinatorPublishes(coordinator, url)
    await readInPublic(page, url)
    expect((await everything(url)).split(name)).toHaveLength(4)

    await clerk.goto(`${url}${paths.staffPage('good-practice')}?shown=published`)
    await clerk.getByRole('button', { name: 'Rút đồng ý, gỡ tên ngay' }).click()
    await expect(clerk.getByText('Chưa có đồng ý nêu tên nào.').first()).toBeVisible()
    expect(await everything(url)).not.toContain(name)
    expect(await everything(url)).toContain(published)
    await page.reload()
    await expect(page.getByText(published)).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expect(page.getByText(name)).toHaveCount(0)
    // Before the server ends: a request under way would be an error.
    for (const one of [clerk, head, coordinator, page]) await one.goto('about:blank')
  })
})

test.describe('of an office that is not there', () => {
  test.use({ expectedErrors: /404/ })

  test('an office that is not there is told apart from one without examples', async ({ page }) => {
    await page.goto(paths.goodPractice({ office: 'khong-co' }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có cơ quan hoặc lĩnh vực này')
    await page.goto(paths.goodPractice({ office: 'xa-cho-moi' }))
    await expect(page.getByText('Không có trường hợp nào với lựa chọn này')).toBeVisible()
  })
})

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('examples that are there stay, and the page says that they are a copy', async ({ page, context }) => {
    await page.goto(paths.goodPractice())
    await expect(page.getByRole('heading', { name: 'Lời khen của người dân' })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await expect(page.getByText('Đang xem bản lưu')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Lời khen của người dân' })).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('Đang xem bản lưu')).toBeHidden()
  })
})

test.describe('when the server fails', () => {
  test.use({ expectedErrors: /500|Failed to load/ })

  test('the page says so, and tries again', async ({ page }) => {
    await page.route(/rpc\/good_practice/, route => route.fulfill({ status: 500, json: {} }))
    await page.goto(paths.goodPractice())
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 })
    await page.unroute(/rpc\/good_practice/)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect(page.getByRole('heading', { name: 'Lời khen của người dân' })).toBeVisible()
  })
})
