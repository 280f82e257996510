import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RatingCall, Score } from '../../../data/ratings'
import {
  draftOf,
  FakeDevice,
  FakeServer,
  type NetworkCondition,
  ofReceipt,
  submission,
  untilSent,
} from '../outbox.fixtures'

const receipts = ['AAAA', 'BBBB', 'CCCC']
const network = fc.array(fc.constantFrom<NetworkCondition>('fine', 'no signal', 'answer lost', 'busy'), {
  maxLength: 30,
})

test('a disk that refuses now and then loses nothing and doubles nothing while the page is open', async () => {
  const failures = fc.array(fc.boolean(), { maxLength: 40 })
  const acts = fc.array(fc.record({ receipt: fc.constantFrom(...receipts), score: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(acts, failures, network, async (taps, refusals, skies) => {
      const server = new FakeServer()
      server.network = [...skies]
      const device = new FakeDevice()
      const isFull = [...refusals]
      const { write, replace } = device.store
      device.store.write = (...rows) =>
        isFull.shift() ? Promise.reject(new Error('QuotaExceededError')) : write(...rows)
      device.store.replace = call => (isFull.shift() ? Promise.reject(new Error('QuotaExceededError')) : replace(call))
      const outbox = device.open(server)
      const wanted: string[] = []
      const last = new Map<string, number>()
      for (const tap of taps) {
        const score = tap.score as Score
        const args = { receipt: tap.receipt, score }
        const call: RatingCall = last.has(tap.receipt) ? { fn: 'change_rating', args } : submission(tap.receipt, score)
        if (last.get(tap.receipt) !== score) wanted.push(`${tap.receipt} ${score}`)
        last.set(tap.receipt, score)
        await outbox.put(draftOf(tap.receipt, score), call)
      }
      await untilSent(outbox, device)
      expect(ofReceipt(server.log)).toEqual(ofReceipt(wanted))
      expect(outbox.state.waiting).toBe(0)
    }),
    { numRuns: 200 },
  )
})
