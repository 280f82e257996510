import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../data/problem'
import type { RatingCall, Score } from '../../data/ratings'
import { DAY } from '../../lib/dates/day'
import { madeAt } from '../../lib/made-at'
import { judgeRefusal } from './judge-refusal'
import { Outbox } from './outbox'
import {
  draftOf,
  FakeDevice,
  FakeServer,
  type NetworkCondition,
  NOW,
  ofReceipt,
  type Rating,
  submission,
  untilSent,
} from './outbox.fixtures'
import { memoryStore } from './storage/store'

const receipts = ['AAAA', 'BBBB', 'CCCC']
const step = fc.oneof(
  fc.record({
    act: fc.constant('rate' as const),
    receipt: fc.constantFrom(...receipts),
    score: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    act: fc.constant('change' as const),
    receipt: fc.constantFrom(...receipts),
    score: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ act: fc.constant('withdraw' as const), receipt: fc.constantFrom(...receipts) }),
  fc.record({ act: fc.constant('kill' as const) }),
  fc.record({ act: fc.constant('wait' as const) }),
)
const network = fc.array(fc.constantFrom<NetworkCondition>('fine', 'no signal', 'answer lost', 'busy'), {
  maxLength: 40,
})

test('every tap reaches the server exactly once, each receipt’s in order, whatever the network and the browser do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), network, async (steps, skies) => {
      const server = new FakeServer()
      const device = new FakeDevice()
      server.network = [...skies]
      let outbox = device.open(server)
      const wanted: string[] = []
      const state = new Map<string, string>()

      for (const s of steps) {
        if (s.act === 'kill') {
          device.kill()
          outbox = device.open(server)
        } else if (s.act === 'wait') {
          device.passTime()
          await outbox.wake()
        } else if (s.act === 'rate') {
          if (state.has(s.receipt)) continue
          state.set(s.receipt, `${s.score}`)
          wanted.push(`${s.receipt} ${s.score}`)
          await outbox.put(draftOf(s.receipt), submission(s.receipt, s.score as Score))
        } else if (state.has(s.receipt) && state.get(s.receipt) !== 'withdrawn') {
          const wish = s.act === 'change' ? `${s.score}` : 'withdrawn'
          if (state.get(s.receipt) !== wish) wanted.push(`${s.receipt} ${wish}`)
          state.set(s.receipt, wish)
          const args = { receipt: s.receipt }
          const call: RatingCall =
            s.act === 'change'
              ? { fn: 'change_rating', args: { ...args, score: s.score as Score } }
              : { fn: 'withdraw_rating', args }
          await outbox.put(draftOf(s.receipt), call)
        }
      }
      await untilSent(outbox, device)

      expect(ofReceipt(server.log)).toEqual(ofReceipt(wanted))
      expect(outbox.state.waiting).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('a refused rating is told, takes its own corrections with it, and lets the next one through', async () => {
  const server = new FakeServer()
  const device = new FakeDevice()
  server.network = ['no signal']
  server.retired.add('OLD001')
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 2, NOW, 'OLD001'))
  await outbox.put(draftOf('AAAA'), { fn: 'change_rating', args: { receipt: 'AAAA', score: 3 } })
  await outbox.put(draftOf('BBBB'), submission('BBBB', 5))
  await untilSent(outbox, device)

  expect(server.log).toEqual(['BBBB 5'])
  const told = outbox.state.ratings.map(({ receipt, refused }) => [receipt, refused?.fn, refused?.key])
  expect(told).toEqual([
    ['AAAA', 'submit_rating', 'counter_retired'],
    ['BBBB', undefined, undefined],
  ])
})

test('a refused correction shows the answer that is still counted', async () => {
  const server = new FakeServer()
  const device = new FakeDevice()
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA', 4), submission('AAAA', 4))
  await untilSent(outbox, device)
  const rating = server.ratings.get('AAAA') as Rating
  rating.state = 'withdrawn'
  await outbox.put(draftOf('AAAA', 1), { fn: 'change_rating', args: { receipt: 'AAAA', score: 1 } })
  await untilSent(outbox, device)

  expect(outbox.state.ratings[0]).toMatchObject({ score: 4, refused: { fn: 'change_rating', key: 'too_late' } })
})

test.each([
  ['years behind', NOW - 3000 * DAY],
  ['years ahead', NOW + 3000 * DAY],
])('a clock that is %s gives the rating a new id by the server clock, once', async (_, clock) => {
  const server = new FakeServer()
  const device = new FakeDevice(clock)
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 5, clock - 60_000))
  await untilSent(outbox, device)

  expect(server.log).toEqual(['AAAA 5'])
  expect(madeAt((server.ratings.get('AAAA') as Rating).id)).toBe(NOW - 60_000)
})

test('a clock that was set right between the tap and the sending loses nothing', async () => {
  const server = new FakeServer()
  server.network = ['no signal']
  const device = new FakeDevice(Date.UTC(2015, 0, 1))
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 5, device.now()))
  device.setClock(NOW)
  await untilSent(outbox, device)

  expect(server.log).toEqual(['AAAA 5'])
})

test('a clock of last month that is set right while the page is open loses nothing', async () => {
  const server = new FakeServer()
  server.network = ['no signal']
  server.now = NOW + 60 * DAY
  const device = new FakeDevice(NOW)
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 5))
  device.setClock(server.now)
  await untilSent(outbox, device)

  expect(server.log).toEqual(['AAAA 5'])
  expect(madeAt((server.ratings.get('AAAA') as Rating).id)).toBe(server.now)
})

test('with a right clock, a rating that waited too long is told to be too old', async () => {
  const server = new FakeServer()
  server.now = NOW + 32 * DAY
  const device = new FakeDevice(server.now)
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 5, NOW))
  await untilSent(outbox, device)

  expect(server.log).toEqual([])
  expect(outbox.state.ratings[0]?.refused?.key).toBe('id_too_old')
})

test('pauses grow, and a server that asks for a rest gets it', async () => {
  const server = new FakeServer()
  server.network = Array<NetworkCondition>(20).fill('no signal')
  const device = new FakeDevice()
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA'))
  await outbox.wake()
  for (let round = 0; round < 3; round++) {
    device.passTime()
    await outbox.wake()
  }
  const growing = [...device.pauses]
  expect(growing.length).toBeGreaterThanOrEqual(3)
  expect(growing).toEqual([...growing].sort((a, b) => a - b))
  expect(outbox.state.trouble?.key).toBe('offline')

  const refusing = new Outbox(
    Promise.resolve(memoryStore()),
    async () => {
      server.requests++
      throw new Problem(429, 'server', { retryAfter: 90_000 })
    },
    device,
  )
  server.requests = 0
  await refusing.put(draftOf('BBBB'), submission('BBBB'))
  await refusing.wake()
  await refusing.wake()
  expect(server.requests).toBe(1)
  expect(device.pauses.at(-1)).toBe(90_000)
})

test('a try that began without a signal and fails after its return does not make the rest wait', async () => {
  const server = new FakeServer()
  const device = new FakeDevice()
  const first = Promise.withResolvers<never>()
  let tries = 0
  const outbox = device.open({ send: call => (tries++ ? server.send(call) : first.promise) })
  await outbox.put(draftOf('AAAA'), submission('AAAA'))
  await expect.poll(() => tries).toBe(1)
  const woken = outbox.wake()
  first.reject(new TypeError('Failed to fetch'))
  await woken
  await expect.poll(() => outbox.state.waiting).toBe(0)
  expect(server.log).toEqual(['AAAA 4'])
})

test('without a disk the rating is sent at once, and the page knows that nothing is kept', async () => {
  const server = new FakeServer()
  const device = new FakeDevice()
  const outbox = new Outbox(Promise.reject(new Error('no database')), server.send, device, judgeRefusal)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 3))
  await untilSent(outbox, device)

  expect(outbox.state.isDurable).toBe(false)
  expect(server.log).toEqual(['AAAA 3'])
})

test('a disk that becomes full changes neither the order of a receipt nor the number of ratings', async () => {
  const server = new FakeServer()
  server.network = ['no signal']
  const device = new FakeDevice()
  const outbox = device.open(server)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 3))
  device.store.write = () => Promise.reject(new Error('QuotaExceededError'))
  await outbox.put(draftOf('AAAA'), { fn: 'change_rating', args: { receipt: 'AAAA', score: 4 } })
  await outbox.put(draftOf('BBBB'), submission('BBBB', 5))
  await untilSent(outbox, device)

  expect(ofReceipt(server.log)).toEqual([['AAAA 3', 'AAAA 4'], ['BBBB 5']])
})
