import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterEach, expect, test } from 'vitest'
import { illustrativeDays, loadIllustrativeRatings, type Progress } from './load.ts'

type Call = { key: string | undefined; path: string | undefined; days: { day: string; ratings: unknown[] }[] }

const asOf = new Date('2026-11-23T02:00:00Z')
const server = createServer()
afterEach(() => server.close())

/** A server that keeps what it was sent, and answers as the database does. */
async function serve(lastRelease: string | null, refuse = false) {
  const calls: Call[] = []
  server.removeAllListeners('request')
  server.on('request', async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request) parts.push(part)
    if (request.method === 'GET') {
      response.end(JSON.stringify([{ value: lastRelease }]))
      return
    }
    const { days } = JSON.parse(Buffer.concat(parts).toString())
    calls.push({ key: request.headers.apikey as string, path: request.url, days })
    response.statusCode = refuse ? 409 : 200
    response.end(JSON.stringify(refuse ? { message: 'ratings_exist' } : { ratings: 1, batches: 7 }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('every day is sent once and in order, a week a request, with the key of the administrator', async () => {
  const { calls, url } = await serve(null)
  const progress: Progress[] = []
  const onProgress = (step: Progress) => progress.push(step)
  const result = await loadIllustrativeRatings({ url, secretKey: 'secret', asOf, months: 2, onProgress })

  const days = illustrativeDays({ asOf, months: 2 })
  expect(calls.flatMap(call => call.days)).toEqual(days)
  for (const call of calls) {
    expect(call).toMatchObject({ key: 'secret', path: '/rest/v1/rpc/enter_illustrative_ratings' })
    expect(call.days.length).toBeLessThanOrEqual(7)
  }
  const ratings = days.reduce((sum, day) => sum + day.ratings.length, 0)
  expect(result).toEqual({ ratings, batches: 7 })
  expect(progress.map(step => step.done)).toEqual(progress.map(step => step.done).toSorted((a, b) => a - b))
  expect(progress.at(-1)).toEqual({ done: days.length, total: days.length, month: '2026-11' })
})

test('what was released before an interruption is not sent again', async () => {
  const { calls, url } = await serve('2026-11-10')
  await loadIllustrativeRatings({ url, secretKey: 'secret', asOf, months: 2 })
  // The release of the morning of the 10th brought in the ratings of the 9th.
  expect(calls.flatMap(call => call.days)[0]?.day).toBe('2026-11-10')
})

test('the ratings are made week by week: a server closes a connection that says nothing for five seconds', async () => {
  const { url } = await serve(null)
  const delay = monitorEventLoopDelay()
  delay.enable()
  const begun = performance.now()
  await loadIllustrativeRatings({ url, secretKey: 'secret', asOf })
  delay.disable()
  expect(delay.max / 1e6).toBeLessThan((performance.now() - begun) / 4)
})

test('a refusal ends the load and says why', async () => {
  const { calls, url } = await serve(null, true)
  await expect(loadIllustrativeRatings({ url, secretKey: 'secret', asOf, months: 2 })).rejects.toThrow(
    'There are true ratings',
  )
  expect(calls).toHaveLength(1)
})

test('no made-up figure is older than the first version of the method', () => {
  const migration = new URL('../../supabase/migrations/20261101061100_method_versions.sql', import.meta.url)
  const [, begun] = /'1\.0', '(\d{4}-\d\d-\d\d)'/.exec(readFileSync(migration, 'utf8')) ?? []
  const [first] = illustrativeDays({ asOf, scale: 0 })
  expect(begun).toBeDefined()
  expect(first?.day.localeCompare(begun ?? '')).toBe(1)
})
