import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../../data/problem'
import type { RatingCall, ReceiptState, Score } from '../../data/ratings'
import type { Outbox } from './outbox'
import { draftOf, FakeDevice, FakeServer, ofReceipt, submission, untilSent } from './outbox.fixtures'

const json = (status: number, body: unknown, headers = {}) => Response.json(body, { status, headers })
const page = (status: number, headers = {}) =>
  new Response('<!doctype html><h1>Wi-Fi</h1>', { status, headers: { 'content-type': 'text/html', ...headers } })

/** Whatever stands between a phone and the database, and says nothing about a rating. */
const others: Record<string, () => Response> = {
  'a server that stumbles': () => page(500),
  'a bad gateway': () => page(502),
  'a server that is down for an hour': () => page(503, { 'retry-after': '3600' }),
  'a full disk': () => json(503, { code: 'PT503', message: 'try_later' }, { 'retry-after': '30' }),
  'a portal with a page': () => page(200),
  'a portal with JSON': () => json(200, { ok: true }),
  'a portal with JSON about its own state': () => json(200, { state: 'login', office: 'Wi-Fi' }),
  'a portal with JSON that is no object': () => json(200, 'welcome'),
  'a portal with null': () => json(200, null),
  'a portal with a list': () => json(200, [{ state: 'waiting' }]),
  'JSON that breaks off': () => new Response('{"state":"waiting","office":{"co', { status: 200 }),
  'an answer that cannot be unpacked': () => new Response(new ReadableStream({ pull: c => c.error(new TypeError()) })),
  'a cache that has not changed': () => new Response(null, { status: 304 }),
  'a redirection that is not followed': () => page(302, { location: '/login' }),
  'a proxy that wants no bodies': () => page(413),
  'a proxy that wants no headers': () => page(431),
  'a proxy that wants to be paid': () => json(402, { code: 'PT402', message: 'payment_required' }),
  'a portal that wants a sign-in': () => page(511),
  'a firewall’s own refusal': () => json(403, { code: 'blocked', message: 'device_blocked' }),
  'another server’s refusal in words like ours': () => json(400, { code: 400, message: 'device_not_registered' }),
  'a content network without its origin': () => page(522),
  'a server that waits for a date that is none': () => page(503, { 'retry-after': 'tomorrow' }),
  'a portal with nothing': () => new Response(null, { status: 204 }),
  'a key of yesterday, at PostgREST': () => json(401, { code: 'PGRST301', message: 'JWSError' }),
  'a token that ran out': () => json(401, { code: 'PGRST303', message: 'JWT expired' }),
  'a key of yesterday, at our server': () => json(401, { code: 'PT401', message: 'key_invalid' }),
  'a key of yesterday, at a gateway': () => json(401, { message: 'Invalid API key' }),
  'a right that is gone': () => json(403, { code: '42501', message: 'permission denied' }),
  'a right that is gone, at our server': () => json(403, { code: 'PT403', message: 'not_allowed' }),
  'a proxy that forbids': () => page(403),
  'a wrong host': () => page(404),
  'a wrong host that speaks as ours does': () => json(404, { code: 'PT404', message: 'not_found' }),
  'an older server': () => json(404, { code: 'PGRST202', message: 'Could not find the function' }),
  'an older server that reads less': () => json(400, { code: 'PT400', message: 'field_unknown' }),
  'a proxy that wants a password': () => page(407),
  'too many requests': () => page(429, { 'retry-after': '60' }),
  'too many requests, in our words': () => json(429, { code: 'PT429', message: 'too_many' }),
  'a country that forbids': () => page(451),
  'a body that was lost on the way': () => json(400, { code: 'PT400', message: 'body_invalid' }),
}

type Answer = 'stored' | 'lost before' | 'lost after' | (string & {})
let weather: Answer[] = []
let server: FakeServer
let sendRating: (call: RatingCall) => Promise<ReceiptState>

async function answer(address: string, init: RequestInit = {}) {
  if (address.endsWith('/api.json')) return page(200)
  const fn = address.split('/').at(-1) as RatingCall['fn']
  const next = weather.shift() ?? 'stored'
  if (next === 'lost before') throw new TypeError('Failed to fetch')
  if (others[next]) return others[next]()
  try {
    const state = await server.send({ fn, args: JSON.parse(String(init.body)) } as RatingCall)
    if (next === 'lost after') throw new TypeError('Failed to fetch')
    return json(200, state)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const date = new Date(server.now).toUTCString()
    return json(error.status, { code: `PT${error.status}`, message: error.key }, { date })
  }
}

beforeAll(async () => {
  vi.stubGlobal('location', { origin: 'http://localhost' })
  vi.stubGlobal('fetch', answer)
  sendRating = (await import('../../data/ratings')).sendRating
})
beforeEach(() => {
  server = new FakeServer()
  server.retired.add('OLD001')
  weather = []
})

const open = (device: FakeDevice) => device.open({ send: sendRating })

test.each(Object.keys(others))('%s refuses nothing', async what => {
  const device = new FakeDevice()
  const outbox = open(device)
  weather = Array<Answer>(5).fill(what)
  await outbox.put(draftOf('AAAA'), submission('AAAA', 2))
  await outbox.wake()
  expect(outbox.state.ratings[0]).toMatchObject({ isWaiting: true, isStuck: true, score: 4 })
  expect(outbox.state.ratings[0]?.refused).toBeUndefined()
  await untilSent(outbox, device)
  expect(server.log).toEqual(['AAAA 2'])
  expect(outbox.state).toMatchObject({ waiting: 0, trouble: null })
})

type Act = { act: 'rate' | 'change'; receipt: string; score: number } | { act: 'withdraw'; receipt: string } | Pause
type Pause = { act: 'reload' | 'wait' | 'wake' }

const receipts = ['AAAA', 'BBBB', 'CCCC', 'DDDD', 'OLDS']
const score = fc.integer({ min: 1, max: 5 })
const receipt = fc.constantFrom(...receipts)
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('rate' as const), receipt, score }),
    fc.record({ act: fc.constant('change' as const), receipt, score }),
    fc.record({ act: fc.constant('withdraw' as const), receipt }),
    fc.record({ act: fc.constantFrom('reload' as const, 'wait' as const, 'wake' as const) }),
  ),
  { maxLength: 30 },
)
const answers = fc.array(fc.constantFrom<Answer>('stored', 'lost before', 'lost after', ...Object.keys(others)), {
  maxLength: 60,
})

/** What the person wants of each receipt, in order; one of a retired counter comes to nothing. */
async function live(device: FakeDevice, steps: Act[]) {
  let outbox: Outbox = open(device)
  const wanted: string[] = []
  const now = new Map<string, string>()
  for (const step of steps) {
    if (step.act === 'reload') {
      device.kill()
      outbox = open(device)
    } else if (step.act === 'wait') device.passTime()
    else if (step.act === 'wake') await outbox.wake()
    else if ('receipt' in step) {
      const { receipt: of } = step
      if (step.act === 'rate' ? now.has(of) : !now.has(of) || now.get(of) === 'withdrawn') continue
      const wish = 'score' in step ? `${step.score}` : 'withdrawn'
      if (now.get(of) !== wish && of !== 'OLDS') wanted.push(`${of} ${wish}`)
      now.set(of, wish)
      const given = { receipt: of, ...('score' in step && { score: step.score as Score }) }
      const fn = step.act === 'change' ? 'change_rating' : 'withdraw_rating'
      const call = { fn, args: given } as RatingCall
      const at = of === 'OLDS' ? 'OLD001' : undefined
      const first = () => submission(of, ('score' in step ? step.score : 1) as Score, undefined, at)
      await outbox.put(draftOf(of), step.act === 'rate' ? first() : call)
    }
  }
  await untilSent(outbox, device)
  return { outbox, wanted, rated: [...now.keys()] }
}

test('whatever is answered, and however often the page is loaded, each rating is stored once or refused in our words', async () => {
  await fc.assert(
    fc.asyncProperty(acts, answers, async (steps, skies) => {
      server = new FakeServer()
      server.retired.add('OLD001')
      weather = [...skies]
      const { outbox, wanted, rated } = await live(new FakeDevice(), steps)
      expect(ofReceipt(server.log)).toEqual(ofReceipt(wanted))
      expect(outbox.state.waiting).toBe(0)
      const refused = outbox.state.ratings
        .filter(rating => rating.refused)
        .map(rating => [rating.receipt, rating.refused])
      const expected = rated.includes('OLDS') ? [['OLDS', { fn: 'submit_rating', key: 'counter_retired' }]] : []
      expect(refused).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('one that the server cannot digest holds up no other, and is asked less and less often', async () => {
  const device = new FakeDevice()
  const names = Array.from({ length: 90 }, (_, n) => `R${n}`)
  let poisoned = 0
  const outbox = device.open({
    send: async call => {
      if (call.args.receipt !== 'POISON') return server.send(call)
      poisoned++
      throw new Problem(500, 'server')
    },
  })
  await outbox.put(draftOf('POISON'), submission('POISON'))
  for (const name of names) await outbox.put(draftOf(name), submission(name))
  await outbox.put(draftOf('R7'), { fn: 'change_rating', args: { receipt: 'R7', score: 1 } })
  await outbox.wake()
  expect(server.log).toHaveLength(91)
  expect(poisoned).toBeLessThan(5)
  expect(outbox.state.waiting).toBe(1)
  device.pauses.length = 0
  for (let round = 0; round < 20; round++) {
    device.passTime()
    await new Promise(resolve => setTimeout(resolve))
  }
  expect(device.pauses).toEqual([...device.pauses].sort((a, b) => a - b))
  expect(device.pauses.at(-1)).toBe(45 * 60_000)
})

test('while nothing gets through, few are tried at a time', async () => {
  const device = new FakeDevice()
  let requests = 0
  const outbox = device.open({
    send: async () => {
      requests++
      throw new TypeError('Failed to fetch')
    },
  })
  for (let n = 0; n < 30; n++)
    await device.store.write({ calls: [{ version: 1, receipt: `R${n}`, call: submission(`R${n}`) }] })
  await outbox.wake()
  expect(requests).toBeLessThanOrEqual(6)
})
