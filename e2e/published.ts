import { expect, type Locator, type Page } from '@playwright/test'
import { ask } from './api'
import { utcDay } from './days'

export type Batch = {
  office_code: string
  procedure_code: string | null
  field_code: string | null
  channel: string | null
  trust: string | null
  released_on: string
} & Sums
type Sums = { n: number; score_1: number; score_2: number; score_3: number; score_4: number; score_5: number }

const scores = ['score_1', 'score_2', 'score_3', 'score_4', 'score_5'] as const

/** The whole ledger, read as anyone can read it. */
export async function ledger() {
  const rows: Batch[] = []
  for (;;) {
    const { body } = await ask(`/rest/v1/batches?select=*&order=number&limit=500&offset=${rows.length}`)
    rows.push(...body)
    if (body.length < 500) return rows
  }
}

/** The months of the headline, 'YYYY-MM': the twelve up to that of the last release. */
export async function headlineMonths() {
  const { body } = await ask('/rest/v1/settings?key=eq.last_release_on&select=value')
  const last = String(body[0].value).slice(0, 7)
  const first = new Date(`${last}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - 11)
  return { first: utcDay(first).slice(0, 7), last }
}

/** The batches that every headline is a sum of: those of the last twelve months. */
export async function recentLedger() {
  const [batches, { first }] = await Promise.all([ledger(), headlineMonths()])
  return batches.filter(({ released_on }) => released_on.slice(0, 7) >= first)
}

/** Optional answers, published together. */
export type AnswerGroup = {
  quarter: string
  office_code: string
  procedure_code: string | null
  field_code: string | null
  question: string
  /** How many gave each answer: {"late": 4, "on_time": 31}. */
  answers: Record<string, number>
}

export async function answerGroups() {
  const rows: AnswerGroup[] = []
  for (;;) {
    const { body } = await ask(`/rest/v1/answer_groups?select=*&order=position&limit=500&offset=${rows.length}`)
    rows.push(...body)
    if (body.length < 500) return rows
  }
}

const total = (batches: Batch[]) => batches.reduce((sum, { n }) => sum + n, 0)

/** Whom somebody asked is in the ledger, and in no sum. */
const sent = (batches: Batch[]) => batches.filter(({ trust }) => trust !== 'control')

/** Those with a visit code alone where they are at least fifty; else all. */
export const counted = (batches: Batch[]) => {
  const visits = batches.filter(({ trust }) => trust === 'visit')
  return total(visits) >= 50 ? visits : sent(batches)
}

/** What the page should say of some batches. */
export const sumOf = (all: Batch[]) => {
  const batches = counted(all)
  const counts = scores.map(score => batches.reduce((sum, batch) => sum + batch[score], 0))
  const n = total(batches)
  return { n, counts, percent: (100 * ((counts[3] ?? 0) + (counts[4] ?? 0))) / n }
}

/** '4.334' and '91,5%' as numbers. */
export const read = (text: string) => Number(text.replace(/[.%]/g, '').replace(',', '.'))

/** The figures of a row of a plot's table: the rate, the interval's two ends, and n. */
export async function figuresOf(row: Locator) {
  await expect(row).toBeVisible()
  const texts = await row.getByRole('cell').allTextContents()
  const [rate = '', range = '', n = ''] = texts.slice(-3).map(text => text.replace(/^[^\d]*(?=\d)/, ''))
  const [low = '', high = ''] = range.split('–')
  return { rate: read(rate), low: read(low), high: read(high), n: read(n) }
}

/** Rounding may stay on its side of the target: a tenth at most. */
export const expectSame = (shown: { rate: number; n: number }, expected: { percent: number; n: number }) => {
  expect(shown.n).toBe(expected.n)
  expect(Math.abs(shown.rate - expected.percent)).toBeLessThanOrEqual(0.1)
}

export const officesTable = (page: Page) =>
  page.getByRole('table', { name: 'Tỷ lệ hài lòng chung và của từng cơ quan' })
export const headline = (page: Page) => officesTable(page).getByRole('row', { name: /người trả lời hài.lòng/ })

/** How often an answer was given in some groups. */
export const timesGiven = (groups: AnswerGroup[], question: string, answer: string) =>
  groups.reduce((sum, group) => sum + (group.question === question ? (group.answers[answer] ?? 0) : 0), 0)

export const count = (n: number) => n.toLocaleString('vi-VN')

type Reported = { office_code: string; month: string; channel: string | null; handled: number }

/** What offices report to have handled, and the ratings beside it: of the same offices, months and, if asked, channel. */
export async function coverageOf(
  batches: Batch[],
  isOf: (office: string, month: string) => boolean,
  asked: string | undefined,
) {
  const { body } = await ask('/rest/v1/handled_dossiers?select=office_code,month,channel,handled&limit=1000')
  const reports = (body as Reported[]).filter(
    ({ office_code, month, channel }) => isOf(office_code, month.slice(0, 7)) && (!asked || channel === asked),
  )
  const reported = new Set(reports.map(({ office_code, month }) => `${office_code} ${month.slice(0, 7)}`))
  const beside = sent(batches).filter(batch => reported.has(`${batch.office_code} ${batch.released_on.slice(0, 7)}`))
  return { handled: reports.reduce((sum, { handled }) => sum + handled, 0), rated: total(beside) }
}
