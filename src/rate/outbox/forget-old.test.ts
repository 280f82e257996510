import { expect, test } from 'vitest'
import { Problem } from '../../data/problem'
import type { ReceiptState } from '../../data/ratings'
import type { ReleaseRule } from '../../data/receipts'
import { DAY } from '../../lib/dates/day'
import { forgetOld } from './forget-old'
import { draftOf, FakeDevice, FakeServer, NOW, submission, untilSent } from './outbox.fixtures'

const YEAR = 365 * DAY
const batch = (released_on: string) => ({ number: 1, released_on, voided: null })

/** What is left of one rating when the page is opened so much later by the device's clock. */
async function leftAfter(clock: number, answer: Partial<ReceiptState> | Problem, today: string | null = '2027-05-01') {
  const server = new FakeServer()
  const device = new FakeDevice()
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA'))
  await untilSent(outbox, device)
  const known = outbox.state.ratings[0]?.state as ReceiptState
  device.setClock(clock)
  const later = device.open(server)
  let asked = 0
  const state = async () => {
    asked++
    if (answer instanceof Problem) throw answer
    return { ...known, ...answer }
  }
  const rule = async () => (today ? ({ last_release_on: today } as ReleaseRule) : undefined)
  await forgetOld(later, { state, rule }, clock)
  return { left: later.state.ratings.length, asked }
}

const counted = (on: string): Partial<ReceiptState> => ({ state: 'counted', correctable: false, batch: batch(on) })

test.each<[string, number, Partial<ReceiptState> | Problem, string | null]>([
  ['waits, by a clock that is a year ahead', NOW + YEAR, { state: 'waiting' }, '2026-11-20'],
  ['waits, by a clock that is a year behind', NOW - YEAR, { state: 'waiting' }, '2026-11-20'],
  ['was published yesterday, by a clock that is a year ahead', NOW + YEAR, counted('2026-11-19'), '2026-11-20'],
  ['was published on the longest rung, and may be answered', NOW + 151 * DAY, counted('2027-03-10'), '2027-05-01'],
  ['was published long ago, as far as nobody says', NOW + YEAR, counted('2026-11-19'), null],
  ['cannot be asked for without a signal', NOW + YEAR, new Problem(0, 'offline'), '2027-05-01'],
  ['cannot be asked for with an old key', NOW + YEAR, new Problem(401, 'key_invalid'), '2027-05-01'],
])('a rating is kept that %s', async (_, clock, answer, today) => {
  expect(await leftAfter(clock, answer, today)).toEqual({ left: 1, asked: 1 })
})

test.each<[string, Partial<ReceiptState> | Problem]>([
  ['was published and can no longer be answered', counted('2026-12-01')],
  ['was withdrawn', { state: 'withdrawn', correctable: false }],
  ['was set aside', { state: 'set_aside', correctable: false }],
  ['the server has deleted', new Problem(404, 'receipt_unknown')],
])('a rating is forgotten that %s', async (_, answer) => {
  expect(await leftAfter(NOW + 160 * DAY, answer)).toEqual({ left: 0, asked: 1 })
})

test('for ninety days and the time of a reply nobody is even asked', async () => {
  expect(await leftAfter(NOW + 149 * DAY, counted('2026-12-01'))).toEqual({ left: 1, asked: 0 })
})

test('opening the page forgets nothing, whatever the clock says', async () => {
  const server = new FakeServer()
  const device = new FakeDevice()
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA'))
  await untilSent(outbox, device)
  device.setClock(NOW + YEAR)
  const later = device.open(server)
  await later.ready
  await later.wake()
  expect(later.state.ratings).toHaveLength(1)
})
