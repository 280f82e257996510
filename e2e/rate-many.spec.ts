import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { call, counters, newReceipt, rating } from './api'
import { COUNTER, face, stateOf, stored, test, thanks } from './rating'

test('two hundred people behind one address are all counted in one hour', async () => {
  const people = Array.from({ length: 200 }, (_, n) =>
    rating({ counter: counters.open, score: (n % 5) + 1, device: newReceipt() + newReceipt() }),
  )
  const answers = await Promise.all(people.map(person => call('submit_rating', person)))
  expect(answers.filter(({ status, body }) => status !== 200 || body.state !== 'waiting')).toEqual([])
})

test('the third rating of one phone at one counter on one day is received kindly, and set aside', async ({ page }) => {
  await page.goto(paths.rate(COUNTER))
  const states: string[] = []
  for (const word of ['Hài lòng', 'Bình thường', 'Rất hài lòng']) {
    const answer = stored(page)
    await face(page, word).tap()
    states.push((await stateOf(page, (await answer).request())).state)
    await page.getByRole('button', { name: 'Xong' }).tap()
    await expect(thanks(page)).toBeVisible()
    if (states.length < 3) await page.getByRole('button', { name: 'Đánh giá lượt khác' }).tap()
  }
  expect(states).toEqual(['waiting', 'waiting', 'set_aside'])
  await expect(page.getByText('Để riêng, không tính vào kết quả')).toBeVisible()
  await expect(page.getByText('Biên nhận cho biết vì sao.')).toBeVisible()
})
