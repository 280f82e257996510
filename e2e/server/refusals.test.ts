import { expect, test } from 'vitest'
import { newRatingId, serveForTests } from './vitest-server.ts'

const server = serveForTests()

// PGlite stops for good after some 13,000 statements that failed, so the server opens it anew long before. How that ends is
// tried with PGlite alone in scripts/server/requests/renewable.test.ts: here it would take minutes.
test('while the database is opened anew, requests wait and none is lost', { timeout: 240_000 }, async () => {
  const mine = { id: newRatingId(), receipt: 'K7M4Q29XDP3T', counter: '8K93N9', score: 5 }
  expect((await server.call('submit_rating', mine)).status).toBe(200)
  let asked = 0
  let slowest = 0
  const ask = async () => {
    while (asked < 4_300) {
      asked += 1
      const begun = performance.now()
      const { status, body } = await server.call('receipt_state', { receipt: '000000000001' })
      slowest = Math.max(slowest, performance.now() - begun)
      expect([status, body.message]).toEqual([404, 'receipt_unknown'])
    }
  }
  await Promise.all(Array.from({ length: 8 }, ask))
  expect((await server.call('receipt_state', { receipt: mine.receipt })).body.score).toBe(5)
  console.log(`the slowest of ${asked} refusals took ${slowest.toFixed()} ms`)
})
