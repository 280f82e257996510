import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Score } from '../../data/ratings'
import { DAY } from '../../lib/dates/day'
import type { Outbox } from './outbox'
import {
  draftOf,
  FakeDevice,
  FakeServer,
  type NetworkCondition,
  NOW,
  ofReceipt,
  submission,
  untilSent,
} from './outbox.fixtures'

const receiptOf = (n: number) => String(n).padStart(4, '0')
const network = fc.array(fc.constantFrom<NetworkCondition>('fine', 'no signal', 'answer lost', 'busy'), {
  maxLength: 40,
})
const acts = fc.array(fc.constantFrom('person', 'phone', 'kill', 'wait'), { maxLength: 25 })

/** All that a device holds. */
const heldBy = async ({ store }: FakeDevice) => ({
  calls: await store.all('calls'),
  ratings: await store.all('visits'),
  outcomes: await store.all('outcomes'),
})

test('people who leave nothing behind are each counted once, among those who keep a receipt', async () => {
  await fc.assert(
    fc.asyncProperty(acts, network, async (steps, skies) => {
      const server = new FakeServer()
      const device = new FakeDevice()
      server.network = [...skies]
      let outbox = device.open(server)
      const wanted: string[] = []
      const named: string[] = []

      for (const [n, act] of steps.entries()) {
        const [receipt, score] = [receiptOf(n), ((n % 5) + 1) as Score]
        if (act === 'kill') {
          device.kill()
          outbox = device.open(server)
        } else if (act === 'wait') {
          device.passTime()
          await outbox.wake()
        } else {
          wanted.push(`${receipt} ${score}`)
          if (act === 'phone') named.push(receipt)
          const call = submission(receipt, score)
          await (act === 'phone' ? outbox.put(draftOf(receipt, score), call) : outbox.post(call))
        }
      }
      await untilSent(outbox, device)

      expect(ofReceipt(server.log)).toEqual(ofReceipt(wanted))
      const held = await heldBy(device)
      expect(held.calls).toEqual([])
      expect(held.ratings.map(({ receipt }) => receipt)).toEqual(named)
      expect(held.outcomes.map(({ receipt }) => receipt).sort()).toEqual(named)
    }),
    { numRuns: 200 },
  )
})

const post = async (outbox: Outbox, ...receipts: string[]) => {
  for (const receipt of receipts) await outbox.post(submission(receipt))
}

test('while it waits there is the call alone, and once it is answered only the hour', async () => {
  const server = new FakeServer()
  const device = new FakeDevice(NOW + 25 * 60_000)
  server.network = Array(5).fill('no signal')
  const outbox = device.open(server)
  await post(outbox, 'AAAA')
  await outbox.wake()
  expect(outbox.state).toMatchObject({ ratings: [], waiting: 1 })
  expect(await heldBy(device)).toMatchObject({ calls: [{ receipt: 'AAAA' }], ratings: [], outcomes: [] })

  await untilSent(outbox, device)
  expect(await heldBy(device)).toEqual({ calls: [], ratings: [], outcomes: [] })
  expect(await outbox.tallies()).toEqual([{ reason: 'arrived', n: 0, last: NOW }])
})

test('a refused one is counted under its reason, and the next one gets through', async () => {
  const server = new FakeServer()
  server.now = NOW + 32 * DAY
  const device = new FakeDevice(server.now)
  const outbox = device.open(server)
  await post(outbox, 'AAAA', 'BBBB')
  await outbox.post(submission('CCCC', 5, server.now))
  await untilSent(outbox, device)

  expect(server.log).toEqual(['CCCC 5'])
  expect(await heldBy(device)).toEqual({ calls: [], ratings: [], outcomes: [] })
  expect(await outbox.tallies()).toMatchObject([
    { reason: 'id_too_old', n: 2 },
    { reason: 'arrived', n: 0 },
  ])
})

test('one that had arrived under another id is no refusal', async () => {
  const server = new FakeServer()
  const device = new FakeDevice()
  const outbox = device.open(server)
  server.ratings.set('AAAA', { id: 'another', score: 4, state: 'waiting' })
  await post(outbox, 'AAAA')
  await untilSent(outbox, device)
  expect(await outbox.tallies()).toMatchObject([{ reason: 'arrived' }])
})

test('a disk that is full keeps the next in memory, and those that it holds are sent as well', async () => {
  const server = new FakeServer()
  server.network = ['no signal']
  const device = new FakeDevice()
  const outbox = device.open(server)
  await post(outbox, 'AAAA')
  device.store.write = () => Promise.reject(new Error('QuotaExceededError'))
  await post(outbox, 'BBBB', 'CCCC')
  expect(outbox.state.isDurable).toBe(false)
  await untilSent(outbox, device)
  expect([...server.log].sort()).toEqual(['AAAA 4', 'BBBB 4', 'CCCC 4'])
})
