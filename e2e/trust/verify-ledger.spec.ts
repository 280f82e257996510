// Ten thousand batches verified on the page itself, as they would be after years.

import { expect, type Page } from '@playwright/test'
import { type Batch, csvOf, csvOfChanges, ledgerFixture } from '../../scripts/checks/ledger-fixture'
import { paths } from '../../src/paths'
import { crowding } from '../crowding'
import { read } from '../published'
import { test } from '../rating'

const ledger = ledgerFixture(10_000, 6)
const patience = { timeout: 30_000 }

/** Wilson's interval, 95 % (1927), as the database answers it with every rate. */
function satisfactionOf(key: string, batches: Batch[]) {
  const sum = (name: string) => batches.reduce((total, batch) => total + Number(batch[name]), 0)
  const [n, satisfied, z2] = [sum('n'), sum('score_4') + sum('score_5'), 1.959963984540054 ** 2]
  const half = Math.sqrt((z2 * satisfied * (n - satisfied)) / n + z2 ** 2 / 4)
  return {
    key,
    n,
    satisfied,
    low: (satisfied + z2 / 2 - half) / (n + z2),
    high: (satisfied + z2 / 2 + half) / (n + z2),
    target_percent: 90,
    // Five of six in a hundred thousand ratings.
    verdict: 'not_met',
    n_proven: n,
    n_published: n,
  }
}

const offices = Object.entries(Object.groupBy(ledger, batch => batch.office_code ?? '')).map(([key, batches = []]) =>
  satisfactionOf(key, batches),
)
const published: Record<string, unknown[]> = {
  all: [satisfactionOf('all', ledger)],
  office: offices,
  month: [satisfactionOf('2026-11', ledger)],
}

const groupColumns =
  'position,after_batch,quarter,office_code,procedure_code,field_code,question,n,answers,released_on,previous_hash,hash'

/** The page meets these batches in place of the server's. */
async function serve(page: Page, batches: () => Batch[]) {
  await page.route(/rpc\/open_csv\?file=batches&/, route => route.fulfill({ body: csvOf(batches()) }))
  await page.route(/rpc\/open_csv\?file=rule_changes&/, route => route.fulfill({ body: csvOfChanges([]) }))
  await page.route(/rpc\/open_csv\?file=answer_groups&/, route => route.fulfill({ body: `${groupColumns}\r\n` }))
  await page.route(/rpc\/satisfaction\?/, route => {
    const by = new URL(route.request().url()).searchParams.get('by') ?? ''
    return route.fulfill({ json: published[by] })
  })
  await page.route(/rpc\/ledger_checkpoint/, route => route.fulfill({ json: null }))
  await page.route(/rpc\/datapackage\?/, route =>
    route.fulfill({ json: { ledger: { batches: ledger.length, hash: ledger.at(-1)?.hash } } }),
  )
}

test('a verdict that the ratings do not give is named, in words', async ({ page }) => {
  await serve(page, () => ledger)
  await page.route(/rpc\/satisfaction\?by=all/, route =>
    route.fulfill({ json: [{ ...satisfactionOf('all', ledger), verdict: 'met' }] }),
  )
  await page.goto(paths.data())
  await page.getByRole('button', { name: /^Kiểm tra/ }).click()
  await expect(
    page.getByText('Toàn bộ: trang ghi Đạt, chuỗi công bố cộng lại là Chưa đạt (trường verdict).'),
  ).toBeVisible(patience)
})

test('ten thousand batches are accepted in two seconds; one changed, removed or swapped is named', async ({ page }) => {
  test.slow()
  let batches = ledger
  await serve(page, () => batches)
  await page.goto(paths.data())
  const verify = page.getByRole('button', { name: /^Kiểm tra/ })
  await verify.click()
  const good = page.getByText(/^Chuỗi công bố đúng. 10.000 nhóm/)
  await expect(good).toBeVisible(patience)
  const [, seconds = ''] = /trong ([\d,]+) giây/.exec((await good.textContent()) ?? '') ?? []
  expect(read(seconds)).toBeLessThan(2 * crowding())

  const alert = page.getByRole('alert').filter({ hasText: 'Chuỗi công bố không đúng' })
  const at = 6_999
  const [one, next] = ledger.slice(at, at + 2) as [Batch, Batch]
  const spoiled = {
    [`Nhóm 7000, trường score_4: đang ghi 41, mã băm chỉ đúng với ${one.score_4}`]: [{ ...one, score_4: '41' }, next],
    'Nhóm 7001 đứng ở chỗ của nhóm 7000: có nhóm bị bỏ, thêm hoặc đổi chỗ': [next],
    'Nhóm 7001 đứng ở chỗ của nhóm 7000': [next, one],
  }
  for (const [said, rows] of Object.entries(spoiled)) {
    batches = ledger.toSpliced(at, 2, ...rows)
    await page.reload()
    await verify.click()
    await expect(alert).toContainText(said, patience)
  }
})
