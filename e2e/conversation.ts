import { expect, type Page, type Request } from '@playwright/test'
import { paths } from '../src/paths'
import { COUNTER, face, procedureQuestion, stateOf, stored } from './rating'

/** The questions after the procedure, by their headings. */
export const headings = {
  factors: 'Điều gì tốt, điều gì nên làm tốt hơn?',
  result: 'Kết quả và thời hạn',
  effort: 'Đi lại và chi phí',
  person: 'Người trả lời',
  comment: 'Ông/Bà muốn nhắn thêm điều gì?',
}
type Step = keyof typeof headings
export const steps = Object.keys(headings) as Step[]

export const heading = (page: Page, step: Step) => page.getByRole('heading', { name: headings[step] })
export const group = (page: Page, name: string | RegExp) => page.getByRole('group', { name })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const comment = (page: Page) => page.getByRole('textbox', { name: headings.comment })

/** Taps a face and answers with the request that stores it. */
export async function rate(page: Page, word = 'Hài lòng') {
  await page.goto(paths.rate(COUNTER))
  const answer = stored(page)
  await face(page, word).tap()
  const submission = (await answer).request()
  await expect(procedureQuestion(page)).toBeFocused()
  return submission
}

/** Passes the questions before this one without an answer. */
export async function goOn(page: Page, to: Step) {
  for (const step of steps) {
    await button(page, 'Tiếp').tap()
    await expect(heading(page, step)).toBeFocused()
    if (step === to) return
  }
}

export const expectStored = (page: Page, submission: Request, details: object | null) =>
  expect.poll(async () => (await stateOf(page, submission)).details).toEqual(details)
