import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { paths } from '../src/paths'
import { api, ask, call } from './api'
import { answerGroups, type Batch, expectSame, ledger, read, recentLedger, sumOf, timesGiven } from './published'
import { test } from './rating'

type Row = Record<string, string>
const office = 'xa-cho-moi'
const file = async (name: string) => (await ask(`/rest/v1/rpc/open_csv?file=${name}`)).text
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Row[]

/** The headline of an office, which badge, embedded page and sheet show. */
const ofTwelveMonths = async (code: string) => sumOf((await recentLedger()).filter(batch => batch.office_code === code))

test('every file says what the ledger says', async () => {
  const batches = await ledger()
  const published = rowsOf(await file('batches'))
  expect(published.map(({ number, n, score_5, hash }) => [number, n, score_5, hash])).toEqual(
    (batches as (Batch & { number: number; hash: string })[]).map(({ number, n, score_5, hash }) => [
      String(number),
      String(n),
      String(score_5),
      hash,
    ]),
  )
  const sum = (rows: Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const months = rowsOf(await file('monthly_totals'))
  // Whom somebody asked is in the ledger, and in no sum.
  const sent = published.filter(({ trust }) => trust !== 'control')
  for (const column of ['n', 'score_1', 'score_4', 'score_5']) expect(sum(months, column)).toBe(sum(sent, column))
  const answers = rowsOf(await file('group_answers'))
  const late = answers.filter(({ question, answer }) => question === 'timeliness' && answer === 'late')
  expect(sum(late, 'n')).toBe(timesGiven(await answerGroups(), 'timeliness', 'late'))
})

test('the description is true of every row of every file', async () => {
  const { body } = await ask('/rest/v1/rpc/datapackage')
  expect(body.licenses[0].name).toBe('CC-BY-4.0')
  expect(body.profile).toBe('tabular-data-package')
  const right: Record<string, RegExp> = {
    integer: /^-?\d+$/,
    number: /^-?\d+(\.\d+)?$/,
    date: /^\d{4}-\d\d-\d\d$/,
    object: /^{.*}$/,
    string: /./s,
    any: /./s,
  }
  for (const { name, path, schema } of body.resources) {
    expect(name).toMatch(/^[a-z-]+$/)
    const csv = await file(path.split('file=')[1])
    const [head = ''] = csv.split('\r\n')
    expect(head.split(',')).toEqual(schema.fields.map((field: { name: string }) => field.name))
    const rows = rowsOf(csv)
    for (const { name: column, type } of schema.fields) {
      const wrong = rows.map(row => row[column] ?? '').filter(cell => cell !== '' && !right[type]?.test(cell))
      expect([name, column, wrong]).toEqual([name, column, []])
    }
    const keys = rows.map(row => schema.primaryKey?.map((column: string) => row[column]).join('|'))
    if (schema.primaryKey) expect(new Set(keys).size).toBe(rows.length)
  }
})

test('the functions answer as OpenAPI says', async () => {
  const { body } = await ask('/rest/v1/rpc/openapi')
  const tree = { first: '1', second: '1', place: '0', level: 'entries', tile: '0' }
  const examples: Record<string, string> = {
    by: 'month',
    office,
    file: 'fields',
    entry: await entryWithFile(),
    period: '2019',
    ...tree,
  }
  for (const [path, { get }] of Object.entries(body.paths) as [string, { get: Described }][]) {
    const needed = get.parameters.filter(({ required }) => required).map(({ name }) => [name, examples[name] ?? ''])
    const query = new URLSearchParams(needed as [string, string][])
    const { status, headers, body: rows } = await ask(`/rest/v1/rpc${path}?${query}`)
    // Nobody has signed one here, and none is shown before.
    if (path === '/signed_report') {
      expect(status).toBe(404)
      continue
    }
    const [[type = '', { schema }]] = Object.entries(get.responses['200'].content) as [[string, { schema: Schema }]]
    expect([path, status, headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type])
    if (schema.items && rows.length > 0)
      expect(Object.keys(rows[0]).sort()).toEqual(Object.keys(schema.items.properties).sort())
  }
})
/** The number of a value of the plan that came with a file. */
async function entryWithFile() {
  const file = { file_name: 'can-cu.pdf', file: Buffer.from('%PDF-1.7').toString('base64') }
  const about = { indicator_code: 'autofill', office_code: 'xa-hoi-an', quarter: '2025-07-01', evidence: 'Thử' }
  // Refused where an earlier run has entered it.
  await call('save_plan_value', { entry: { ...about, value: '10', ...file } }, api.secretKey)
  const { body } = await ask('/rest/v1/plan_values?file_name=not.is.null&select=id&limit=1')
  return String(body[0].id)
}

type Schema = { items?: { properties: object } }
type Described = {
  parameters: { name: string; required: boolean }[]
  responses: { '200': { content: Record<string, { schema: Schema }> } }
}

test('files travel compressed, may be kept, and do not travel twice', async () => {
  const first = await ask('/rest/v1/rpc/open_csv?file=batches', { headers: { 'accept-encoding': 'gzip' } })
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
  const etag = first.headers.get('etag') ?? ''
  const again = await ask('/rest/v1/rpc/open_csv?file=batches', { headers: { 'if-none-match': etag } })
  expect([again.status, again.text]).toEqual([304, ''])
  const page = await ask(paths.data(), { headers: { 'accept-encoding': 'gzip' } })
  expect(page.headers.get('content-encoding')).toBe('gzip')
})

test('a file for Excel begins with the mark of UTF-8, and is else the same', async () => {
  const bytes = async (bom: boolean) => {
    const query = new URLSearchParams({ file: 'offices', bom: String(bom), apikey: api.publishableKey })
    return Buffer.from(await (await fetch(`${api.url}/rest/v1/rpc/open_csv?${query}`)).arrayBuffer())
  }
  const [plain, marked] = [await bytes(false), await bytes(true)]
  expect(plain.toString()).toMatch(/^code,name/)
  expect(marked).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]))
})

const verifying = (page: Page) => page.getByRole('button', { name: /^Kiểm tra/ })

test('the ledger is verified on the page, and a digit changed on the way is found and named', async ({ page }) => {
  await page.goto(paths.data())
  await verifying(page).click()
  await expect(page.getByText('Chuỗi công bố đúng.')).toBeVisible({ timeout: 20_000 })
  const { body } = await ask('/rest/v1/rpc/datapackage')
  await expect(page.getByText(`Mã cuối: ${body.ledger.hash}`)).toBeVisible()

  let spoil = (csv: string) => csv
  await page.route(/open_csv\?file=batches&apikey/, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: spoil(await response.text()) })
  })
  const alert = page.getByRole('alert').filter({ hasText: 'Chuỗi công bố không đúng' })
  const lines = (csv: string) => csv.trimEnd().split('\r\n')
  spoil = csv => csv.replace(/^(3,.*?,\d{4}-\d\d-\d\d,\d+,)(\d+)/m, (_, start, score) => `${start}${Number(score) + 7}`)
  await verifying(page).click()
  await expect(alert).toContainText('Nhóm 3, trường score_1', { timeout: 20_000 })
  spoil = csv => lines(csv).toSpliced(4, 1).join('\r\n')
  await verifying(page).click()
  await expect(alert).toContainText('Nhóm 5 đứng ở chỗ của nhóm 4', { timeout: 20_000 })
  spoil = csv => lines(csv).slice(0, -1).join('\r\n')
  await verifying(page).click()
  await expect(alert).toContainText('có nhóm bị cắt ở cuối', { timeout: 20_000 })
  await expect(alert).toContainText('máy này thấy lần trước')
})

test('the badge, the embedded page and the sheet show the sum over their batches', async ({ page, context }) => {
  test.slow()
  const expected = await ofTwelveMonths(office)
  const badge = (await ask(`/rest/v1/rpc/satisfaction_badge?office=${office}`)).text
  const figures = (text: string) => ({
    rate: read(/(\d+,\d)\s?%/.exec(text)?.[1] ?? ''),
    n: read(/([\d.]+)\s?lượt/.exec(text)?.[1] ?? ''),
  })
  expectSame(figures(badge.replace(/<[^>]+>/g, ' ')), expected)

  const answered = await page.goto(paths.embed(office))
  await expect(page.getByText('người trả lời hài lòng')).toBeVisible()
  expectSame(figures((await page.getByRole('main').textContent()) ?? ''), expected)
  expect(answered?.headers()['content-security-policy']).toMatch(/; frame-ancestors \*$/)
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
  expect(await context.cookies()).toEqual([])

  const sheet = page.getByRole('article', { name: 'Tờ niêm yết' })
  const elsewhere = await page.goto(paths.officeSheet(office))
  expect(elsewhere?.headers()['content-security-policy']).toMatch(/; frame-ancestors 'none'$/)
  await expect(sheet).toBeVisible()
  expectSame(figures((await sheet.textContent()) ?? ''), expected)
  const { body } = await ask('/rest/v1/rpc/datapackage')
  await expect(sheet.getByText(body.ledger.hash.slice(0, 16))).toBeVisible()
})

test('a chat that runs no scripts sees what a link leads to', async () => {
  const { text } = await ask(paths.officeResults(office))
  const said = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]*)`).exec(text)?.[1] ?? ''
  expect(said('title')).toContain('xã Chợ Mới')
  // Whole once the agency has said where the site is: headers.test.ts.
  expect(said('image')).toBe('/share.png')
  const { n, percent } = await ofTwelveMonths(office)
  expect(said('description')).toContain(`${n.toLocaleString('vi-VN')} lượt`)
  expect(Math.abs(read(/(\d+,\d)%/.exec(said('description'))?.[1] ?? '') - percent)).toBeLessThanOrEqual(0.1)
  expect((await ask(paths.officeResults('"><script>'))).text).not.toContain('"><script>"')
  expect((await fetch(`${api.url}/share.png`)).headers.get('content-type')).toBe('image/png')
})

test('the method cites what it was read in, and what it was only told', async ({ page }) => {
  await page.goto(paths.method())
  await expect(page.getByRole('heading', { name: 'Khác gì quyết định 766/QĐ-TTg' })).toBeVisible()
  const sources = page.getByRole('list', { name: 'Nguồn' })
  await expect(sources.filter({ hasText: 'Thông tư 01/2018/TT-VPCP' })).toContainText('đã đọc nguyên văn')
  await expect(sources.filter({ hasText: 'qd766' })).toContainText('nguồn thứ cấp')
  await expect(page.getByText('Cách tính, phiên bản 1.0')).toBeVisible()
  await expect(page.getByText('Cách tính, phiên bản 1.1')).toBeVisible()
  await expect(page.getByText('chỉ được ghi khi bằng chứng')).toContainText('mạnh ít nhất 100 trên 1')
})
