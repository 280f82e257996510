import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  counters,
  hostile,
  inside,
  newReceipt,
  office,
  procedures,
  rating,
  writingFunctions,
  wrong,
} from './agreement.ts'
import { ask, call, expectRefusal } from './api.ts'

/** Everything a stored rating could move for the public; the last hash stands for all batches before it. */
const published = async () => {
  const lastHash = 'batches?select=hash&order=number.desc&limit=1'
  const waiting = `offices?select=waiting&code=eq.${office}`
  const paths = [lastHash, waiting, 'set_aside_totals', 'rpc/satisfaction?by=all']
  const answers = await Promise.all(paths.map(path => ask(`/rest/v1/${path}`)))
  return answers.map(({ text }) => text).join('\n')
}

test.describe('a rating that cannot be taken is refused with its own key, and leaves nothing behind', () => {
  for (const [index, [given, status, key]] of wrong.entries()) {
    test(`${index + 1}. ${key}`, async () => {
      const changes = typeof given === 'function' ? given() : given
      const before = await published()
      const body = rating(changes)
      expectRefusal(await call('submit_rating', body), [status, key])
      if (key !== 'receipt_malformed') {
        expectRefusal(await call('receipt_state', { receipt: body.receipt }), [404, 'receipt_unknown'])
      }
      expect(await published()).toBe(before)
    })
  }
})

test.describe('a body that is no rating at all', () => {
  const bodies = ['[]', '[{}]', '5', 'true', '{"id": "\\u0000"}', '{"counter": "\\ud800"}', '1e999999']
  for (const name of writingFunctions) {
    test(`${name}: not an object, or not storable`, async () => {
      for (const body of bodies) {
        // Of what a person wrote that is taken out which cannot be stored: then the field is the fault.
        const isCleaned = name === 'add_details' && body.includes('\\u')
        const key = isCleaned ? 'field_unknown' : 'body_invalid'
        expectRefusal(await ask(`/rest/v1/rpc/${name}`, { body }), [400, key])
      }
      expectRefusal(await call(name, {}), [400, name === 'submit_rating' ? 'id_invalid' : 'receipt_malformed'])
      expectRefusal(await call(name, { receipt: newReceipt(), x: 1 }), [400, 'field_unknown'])
      expectRefusal(await call(name, { receipt: 'x'.repeat(1_000_000) }), [413, 'body_too_large'])
    })

    test(`${name}: not JSON, nothing, or nested beyond measure`, async () => {
      const nested = `{"receipt": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`
      for (const body of [
        '{',
        'id=1&score=5',
        '<rating/>',
        '',
        'null',
        '"text"',
        '""',
        '{"id": NaN}',
        nested,
        '\u0000',
      ]) {
        const { status, text } = await ask(`/rest/v1/rpc/${name}`, { body })
        expect(status, `${body.slice(0, 20)}: ${text}`).toBeGreaterThanOrEqual(400)
        expect(status, `${body.slice(0, 20)}: ${text}`).toBeLessThan(500)
        expect(text).not.toMatch(inside)
      }
    })

    test(`${name}: another kind of content`, async () => {
      for (const type of [
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/octet-stream',
      ]) {
        const { status } = await ask(`/rest/v1/rpc/${name}`, { body: 'x', headers: { 'content-type': type } })
        expect([400, 404, 415]).toContain(status)
      }
    })
  }
})

test.describe('a receipt', () => {
  for (const name of ['change_rating', 'add_details', 'withdraw_rating', 'rate_reply', 'receipt_state']) {
    test(`${name}: malformed, or nobody's`, async () => {
      const details = name === 'add_details' ? { details: {} } : {}
      for (const receipt of ['', 'K7M4-Q29X-DP3', 'K7M4-Q29X-DP3U', ...hostile]) {
        expectRefusal(await call(name, { receipt, ...details }), [400, 'receipt_malformed'])
      }
      expectRefusal(await call(name, { receipt: newReceipt(), ...details }), [404, 'receipt_unknown'])
    })
  }

  test('receipt_state: what is no text', async () => {
    for (const receipt of [null, 5, true, [], {}, { a: 1 }, ['K7M4Q29XDP3T'], '\u0000']) {
      const { status, text } = await call('receipt_state', { receipt })
      expect([400, 404], text).toContain(status)
    }
  })

  test('what cannot be changed stays', async () => {
    const body = rating()
    const { receipt } = body
    expect((await call('submit_rating', body)).status).toBe(200)
    const before = (await call('receipt_state', { receipt })).text

    for (const score of [0, 6, 4.5, '5', null]) {
      expectRefusal(await call('change_rating', { receipt, score }), [422, 'score_invalid'])
    }
    const procedure = procedures.ofTheProvince
    expectRefusal(await call('change_rating', { receipt, score: 1, procedure }), [422, 'procedure_not_offered'])
    expectRefusal(await call('change_rating', { receipt, id: body.id }), [400, 'field_unknown'])
    for (const details of [
      null,
      [],
      'staff',
      { praised: ['officer'] },
      { trips: 2 },
      { comment: 'x'.repeat(1001) },
      { x: 1 },
    ]) {
      expectRefusal(await call('add_details', { receipt, details }), [422, 'details_invalid'])
    }
    expectRefusal(await call('submit_rating', rating({ receipt })), [409, 'receipt_taken'])
    expectRefusal(await call('submit_rating', rating({ id: body.id })), [409, 'id_taken'])
    expect((await call('receipt_state', { receipt })).text).toBe(before)
  })
})

test('questions that are wrong get an answer that is a refusal', async () => {
  for (const by of [...hostile, '', null, 'officer', 5]) {
    expectRefusal(await call('satisfaction', { by }), [400, 'by_invalid'])
  }
  // Every argument of every function is tried in e2e/server/arguments.test.ts.
  expect((await call('satisfaction', { by: 'all', extra: 1 })).status).toBe(404)
  for (const office of hostile) {
    expectRefusal(await call('satisfaction', { by: 'month', office }), [404, 'office_unknown'])
  }
  const pages = [
    ['counter', counters.unknown],
    ['visit', 'K7M4Q29XD0'],
  ] as const
  for (const [kind, code] of pages) {
    const ask = (typed: string) => call(`${kind}_page`, { code: typed })
    for (const typed of ['', 'X43Q5U', ...hostile]) expectRefusal(await ask(typed), [400, `${kind}_malformed`])
    expectRefusal(await ask(code), [404, `${kind}_unknown`])
  }
})

test('200 random bodies: never a server error, never a rating', async () => {
  test.setTimeout(120_000)
  const fields = 'id counter score procedure visit receipt rated_at device details x'.split(' ')
  const field = fc.constantFrom(...fields)
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...Object.values(rating())),
    fc.integer(),
  )
  const body = fc.oneof(fc.jsonValue(), fc.dictionary(field, value, { maxKeys: 9 }))
  const before = await published()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...writingFunctions, 'receipt_state', 'counter_page', 'visit_page'),
      body,
      async (name, sent) => {
        const { status, text } = await call(name, sent)
        expect(status, `${JSON.stringify(sent)} ${text}`).toBeGreaterThanOrEqual(400)
        expect(status, `${JSON.stringify(sent)} ${text}`).toBeLessThan(500)
        expect(text).not.toMatch(inside)
      },
    ),
    { numRuns: 200 },
  )
  expect(await published()).toBe(before)
})
