import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Callable, inspect } from '../../scripts/checks/fuzz/surface.ts'
import { publishableKey, secretKey, serveForTests } from './vitest-server.ts'

const server = serveForTests()

let functions: Callable[] = []
beforeAll(async () => {
  await server.end('SIGTERM')
  functions = (await inspect(join(server.folder, 'data'))).surface.functions
  await server.start()
}, 120_000)

/** The whole answer to a function with these arguments, in an address or as a body. */
async function asked(name: string, given: Record<string, unknown>, method: 'GET' | 'POST', key = publishableKey) {
  const path = `/rest/v1/rpc/${name}`
  const headers = { apikey: key, ...(method === 'POST' && { 'content-type': 'application/json' }) }
  const response =
    method === 'GET'
      ? await fetch(server.url(`${path}?${new URLSearchParams(given as Record<string, string>)}`), { headers })
      : await fetch(server.url(path), { method, headers, body: JSON.stringify(given) })
  return { status: response.status, text: await response.text() }
}

/** What each argument of a reading function may be, and what it may not. */
const wrong: Record<string, { usual?: string; key: string; values: string[] }> = {
  by: { usual: 'all', key: 'by_invalid', values: ['abc', '0', '2026-13', ''] },
  office: { key: 'office_unknown', values: ['abc', '0', '2026-13', ''] },
  procedure: { key: 'procedure_unknown', values: ['abc', '0', '9.99', '1e3'] },
  field: { key: 'procedure_field_unknown', values: ['abc', '0', ''] },
  channel: { key: 'channel_unknown', values: ['abc', '0', 'mixed', ''] },
  trust: { key: 'trust_unknown', values: ['abc', '0', 'mixed', ''] },
  from_month: { key: 'month_invalid', values: ['2026-13', '0', 'abc', '99999', '2026-02-30', '', '1e3', 'infinity'] },
  to_month: { key: 'month_invalid', values: ['2026-13', '0', 'abc', '99999-01-01', '2026-00-01', '', '12'] },
  predecessors: { key: 'flag_invalid', values: ['abc', '0', '1', '', 'null'] },
  headline: { key: 'flag_invalid', values: ['abc', '0', 'TRUE'] },
  bom: { key: 'flag_invalid', values: ['abc', '0', ''] },
  lng: { key: 'language_invalid', values: ['abc', 'fr', '0', ''] },
  file: { usual: 'offices', key: 'file_unknown', values: ['abc', '0', ''] },
}

const usualOf = ({ parameters }: Callable) =>
  Object.fromEntries(
    parameters.flatMap(({ name, isOptional }) => {
      if (isOptional) return []
      return [[name, wrong[name]?.usual ?? 'xa-cho-moi']]
    }),
  )

test('what is asked wrongly is refused with the key that says what is wrong, in an address and in a body', async () => {
  const reading = functions.filter(
    ({ isForAnybody, parameters }) => isForAnybody && parameters.some(p => wrong[p.name]),
  )
  expect(reading.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['answers', 'coverage', 'open_csv', 'satisfaction', 'satisfaction_badge', 'share_card']),
  )
  for (const callable of reading) {
    for (const { name } of callable.parameters) {
      for (const value of wrong[name]?.values ?? []) {
        for (const method of ['GET', 'POST'] as const) {
          const { status, text } = await asked(callable.name, { ...usualOf(callable), [name]: value }, method)
          expect([callable.name, name, value, method, JSON.parse(text)]).toEqual([
            ...[callable.name, name, value, method],
            { code: `PT${status}`, message: wrong[name]?.key },
          ])
        }
      }
    }
  }
}, 240_000)

test('a period that ends before it begins is refused', async () => {
  for (const name of ['satisfaction', 'answers', 'coverage']) {
    const given = { ...(name === 'satisfaction' && { by: 'all' }), from_month: '2026-03', to_month: '2026-02' }
    expect([name, await asked(name, given, 'GET')]).toEqual([
      name,
      { status: 400, text: '{"code":"PT400","message":"months_reversed"}' },
    ])
  }
})

test('numbers, switches and whole bodies of another kind are judged by the function', async () => {
  const bodies: [string, Record<string, unknown>, string][] = [
    ['satisfaction', { by: 'all', from_month: 202613 }, 'month_invalid'],
    ['satisfaction', { by: 'all', predecessors: 1 }, 'flag_invalid'],
    // PostgREST reads a record as its text, Lite not at all.
    ['answers', { trust: { a: 1 } }, 'body_invalid'],
    ['coverage', { to_month: true }, 'month_invalid'],
  ]
  for (const [name, body, key] of bodies) {
    const { text } = await asked(name, body, 'POST')
    expect([name, body, JSON.parse(text).message]).toEqual([name, body, key])
  }
  expect((await asked('satisfaction', { by: 'all', predecessors: true }, 'POST')).status).toBe(200)
  for (const flag of ['predecessors', 'headline'])
    for (const method of ['GET', 'POST'] as const)
      expect((await asked('satisfaction', { by: 'all', [flag]: 'true' }, method)).status).toBe(200)
})

test('whatever staff or the administrator give a function, no answer is in the words of the database', async () => {
  const values: unknown[] = [
    '',
    'abc',
    '0',
    '-1',
    '2026-13',
    '99999999999999999999',
    1e308,
    true,
    [],
    {},
    [[1]],
    { a: [null] },
  ]
  for (const { name, parameters } of functions) {
    for (const { name: parameter } of parameters) {
      if (!parameter) continue
      for (const value of values) {
        const { status, text } = await asked(
          name,
          { ...usualOf({ name, parameters, isForAnybody: false }), [parameter]: value },
          'POST',
          secretKey,
        )
        if (status < 400) continue
        const { code, message } = JSON.parse(text)
        // What no function judges would come out as one of these two.
        expect([name, parameter, value, code, message]).toEqual([
          ...[name, parameter, value, `PT${status}`],
          expect.stringMatching(/^(?!query_invalid)[a-z]+(_[a-z]+)+$/),
        ])
      }
    }
  }
}, 240_000)
