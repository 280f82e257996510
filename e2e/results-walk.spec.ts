// Every figure on every public page is the same question put to the ledger, whatever is chosen.

import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { ask } from './api'
import { utcDay } from './days'
import {
  type AnswerGroup,
  answerGroups,
  type Batch,
  count,
  coverageOf,
  expectSame,
  figuresOf,
  headlineMonths,
  ledger,
  read,
  sumOf,
  timesGiven,
} from './published'
import { test } from './rating'

const patience = { timeout: 30_000 }

const factors = {
  access: 'Tiếp cận dịch vụ',
  procedure: 'Thủ tục hành chính',
  staff: 'Công chức',
  result: 'Kết quả',
  feedback: 'Tiếp nhận góp ý',
}
const questions = {
  timeliness: ['Kết quả đến khi nào', { early: 'Sớm hẹn', on_time: 'Đúng hẹn', late: 'Trễ hẹn' }],
  outcome: ['Nhận được gì', { received: 'Đã nhận kết quả', refused: 'Hồ sơ bị từ chối' }],
  trips: ['Phải quay lại mấy lần', { 1: '1 lần', '2+': 'Từ 2 lần' }],
  agencies: ['Phải liên hệ mấy cơ quan', { 1: '1 cơ quan', '2+': 'Từ 2 cơ quan' }],
  money: ['Tiền ngoài phí, lệ phí quy định', { no: 'Không', yes: 'Có' }],
  filled_by: ['Ai bấm các câu trả lời', { myself: 'Tôi tự bấm', officer: 'Cán bộ bấm giúp' }],
} as const
const ways = {
  channel: ['Cách nộp hồ sơ', { counter: 'Tại quầy', online: 'Trực tuyến', postal: 'Qua bưu điện' }],
  trust: ['Mức xác thực', { visit: 'Có mã lượt', on_site: 'Tại chỗ', walk_in: 'Chưa xác thực' }],
} as const

/** What citizens answered: the five faces, praise and wishes, each further question with its own n. */
async function expectAnswers(page: Page, chosen: Batch[], groups: AnswerGroup[]) {
  const { counts, n } = sumOf(chosen)
  const five = page.getByRole('figure', { name: 'Năm câu trả lời' })
  await expect(five.getByText(`Trong ${count(n)} lượt,`)).toBeVisible(patience)
  for (const shown of counts)
    await expect(five.getByText(`${count(shown)} lượt`, { exact: true }).first()).toBeVisible()

  const isNamed = groups.some(({ question }) => question === 'praised' || question === 'improve')
  if (!isNamed) await expect(page.getByText('Chưa công bố mục nào với lựa chọn này')).toBeVisible(patience)
  const bars = page.getByRole('table', { name: 'Điều tốt và điều nên làm tốt hơn' })
  for (const [factor, name] of Object.entries(isNamed ? factors : {})) {
    const given = ['improve', 'praised'].map(side => count(timesGiven(groups, side, factor)))
    const row = bars.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    expect(await row.getByRole('cell').allTextContents()).toEqual(given)
  }
  for (const [question, [title, answers]] of Object.entries(questions)) {
    const all = groups.filter(group => group.question === question).flatMap(group => Object.values(group.answers))
    const asked = all.reduce((sum, times) => sum + times, 0)
    if (asked === 0) continue
    const table = page.getByRole('table', { name: `${title} (${count(asked)} lượt)` })
    await expect(table).toBeVisible(patience)
    for (const [answer, name] of Object.entries(answers)) {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
      const times = timesGiven(groups, question, answer)
      const [share = '', shown] = await row.getByRole('cell').allTextContents()
      expect(shown, `${question}.${answer}`).toBe(count(times))
      expect(Math.abs(read(share) - (100 * times) / asked)).toBeLessThanOrEqual(0.1)
    }
  }
}

/** Visit-code ratings beside walk-in ones, and each way in which dossiers came. */
async function expectWays(page: Page, chosen: Batch[]) {
  for (const [way, [title, names]] of Object.entries(ways)) {
    const table = page.getByRole('table', { name: title, exact: true })
    for (const [value, name] of Object.entries(names)) {
      const row = table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
      const its = chosen.filter(batch => batch[way as 'channel' | 'trust'] === value)
      if (its.length > 0) expectSame(await figuresOf(row), sumOf(its))
      else await expect(row).toContainText('Không có lượt nào')
    }
  }
}

async function expectHeadline(page: Page, chosen: Batch[], isOfAll: boolean) {
  const { n, percent } = sumOf(chosen)
  const words = isOfAll
    ? page.getByRole('row', { name: /người trả lời hài.lòng/ })
    : page.getByRole('paragraph').filter({ hasText: `hài lòng hoặc rất hài lòng, ${count(n)} lượt` })
  await expect(words).toBeVisible(patience)
  const rate = Number(/[\d,]+(?=%)/.exec((await words.textContent()) ?? '')?.[0].replace(',', '.'))
  expect(Math.abs(rate - percent)).toBeLessThanOrEqual(0.1)
  if (isOfAll) expectSame(await figuresOf(words), { n, percent })
}

const offices = async () => (await ask('/rest/v1/offices?select=code,parent_code,waiting&order=code')).body as Office[]
type Office = { code: string; parent_code: string | null; waiting: number }

const monthOf = ({ released_on }: Batch) => released_on.slice(0, 7)
const isIn = (period: string, month: string) => {
  if (period === 'all') return true
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
  return [month, quarter, month.slice(0, 4)].includes(period)
}

type Chosen = { office?: string; procedure?: string; field?: string; channel?: string; trust?: string; period?: string }
type Choice = Chosen & { recent: { first: string; last: string } }

const matches = (choice: Choice) => (batch: Batch) =>
  (!choice.office || batch.office_code === choice.office) &&
  (!choice.procedure || batch.procedure_code === choice.procedure) &&
  (!choice.field || batch.field_code === choice.field) &&
  (!choice.channel || batch.channel === choice.channel) &&
  (!choice.trust || batch.trust === choice.trust) &&
  isOf(choice, monthOf(batch))

/** Without a period it is the headline's. */
const isOf = ({ period, recent }: Choice, month: string) =>
  period ? isIn(period, month) : month >= recent.first && month <= recent.last

const lastMonths = ({ quarter }: AnswerGroup) => {
  const [year = 0, month = 0] = quarter.split('-').map(Number)
  return [0, 1, 2].map(later => utcDay(Date.UTC(year, month - 1 + later, 1)).slice(0, 7))
}

/** Groups name neither channel nor way, and lie in a period as whole quarters. */
const covers = (choice: Choice) => (group: AnswerGroup) =>
  (!choice.office || group.office_code === choice.office) &&
  (!choice.procedure || group.procedure_code === choice.procedure) &&
  (!choice.field || group.field_code === choice.field) &&
  !choice.channel &&
  !choice.trust &&
  lastMonths(group).every(month => isOf(choice, month))

const choices: { name: string; choice: (batches: Batch[]) => Chosen }[] = [
  { name: 'the last twelve months', choice: () => ({}) },
  { name: 'all years', choice: () => ({ period: 'all' }) },
  { name: 'an office', choice: () => ({ office: 'xa-long-dien' }) },
  { name: 'a field', choice: () => ({ field: 'ho-tich' }) },
  {
    name: 'a kind of rating in a year',
    choice: all => ({ trust: 'visit', period: all.at(-1)?.released_on.slice(0, 4) ?? '' }),
  },
  { name: 'a channel in a month', choice: all => ({ channel: 'counter', period: monthOf(all.at(-1) as Batch) }) },
]

for (const { name, choice } of choices) {
  test(`the results of ${name} are those of the ledger`, async ({ page }) => {
    test.slow()
    const all = await ledger()
    const asked = choice(all)
    const wanted = { ...asked, recent: await headlineMonths() }
    const chosen = all.filter(matches(wanted))
    expect(chosen.length).toBeGreaterThan(0)
    await page.goto(`${paths.results()}?${new URLSearchParams(asked)}`)
    await expectHeadline(page, chosen, true)
    const codes = [...new Set(chosen.map(({ office_code }) => office_code))]
    for (const code of codes) {
      const row = page
        .getByRole('row')
        .filter({ has: page.locator(`a[href="${paths.officeResults(code, asked.period)}"]`) })
        .first()
      expectSame(await figuresOf(row), sumOf(chosen.filter(({ office_code }) => office_code === code)))
    }
    await expectAnswers(page, chosen, (await answerGroups()).filter(covers(wanted)))
    await expectWays(page, chosen)
    if (wanted.field || wanted.trust) return
    const { handled, rated } = await coverageOf(
      chosen,
      (office, month) => (!wanted.office || office === wanted.office) && isOf(wanted, month),
      wanted.channel,
    )
    // Reports do not always tell channels apart: then there is nothing to hold the ratings against.
    const isTold = handled > 0
    const said = `${count(rated)} lượt trên ${count(handled)} hồ sơ`
    if (isTold) await expect(page.getByText(said)).toBeVisible(patience)
    else await expect(page.getByText('Không có số liệu độ phủ')).toBeVisible(patience)
  })
}

test('an office, and a procedure, are those of the ledger too', async ({ page }) => {
  test.slow()
  const [all, groups] = [await ledger(), await answerGroups()]
  const recent = await headlineMonths()
  const places: [string, Choice][] = [
    [paths.officeResults('xa-cho-moi'), { office: 'xa-cho-moi', recent }],
    [paths.procedureResults('2.000815'), { procedure: '2.000815', recent }],
  ]
  for (const [path, choice] of places) {
    const chosen = all.filter(matches(choice))
    await page.goto(path)
    await expectHeadline(page, chosen, false)
    await expectAnswers(page, chosen, groups.filter(covers(choice)))
    await expectWays(page, chosen)
  }
})

test('what is not in the figures is what the database last counted', async ({ page }) => {
  const places = await offices()
  await page.goto(paths.results())
  const row = page.getByRole('row', { name: /Đang chờ đủ lượt để công bố/ })
  const waiting = places.reduce((sum, office) => sum + office.waiting, 0)
  await expect(row).toContainText(waiting === 0 ? 'ít hơn 10 người' : `khoảng ${count(waiting)} người`, patience)
  const { body } = await ask('/rest/v1/set_aside_totals?select=reason,n')
  const repeats = (body as { reason: string; n: number }[]).filter(({ reason }) => reason === 'device_repeat')
  const n = repeats.reduce((sum, one) => sum + one.n, 0)
  await expect(page.getByRole('row', { name: /cùng một máy đã gửi đủ số lượt/ })).toContainText(
    n === 0 ? 'ít hơn 10 người' : count(n),
  )
})

test('a period is held against the one before, as two sums over whole batches', async ({ page }) => {
  const all = await ledger()
  const month = monthOf(all.at(-1) as Batch)
  const [year = 0, number = 0] = month.split('-').map(Number)
  const before = utcDay(Date.UTC(year, number - 2, 1)).slice(0, 7)
  const [now, then] = [month, before].map(period => sumOf(all.filter(batch => isIn(period, monthOf(batch)))))
  await page.goto(`${paths.results()}?period=${month}`)
  const line = page.getByText('điểm phần trăm')
  await expect(line).toBeVisible(patience)
  const text = (await line.textContent()) ?? ''
  expect(text).toContain(`Tháng ${number}/${year}: ${count(now?.n ?? 0)} lượt.`)
  expect(text).toContain(`${count(then?.n ?? 0)} lượt.`)
  const [change = 0, low = 0, high = 0] = [...text.matchAll(/[+−]?\d+,\d/g)].map(([shown]) =>
    Number(shown.replace('−', '-').replace(',', '.')),
  )
  expect(Math.abs(change - ((now?.percent ?? 0) - (then?.percent ?? 0)))).toBeLessThanOrEqual(0.11)
  expect(text.startsWith('Chưa chắc có thay đổi.')).toBe(low <= 0 && high >= 0)
})
