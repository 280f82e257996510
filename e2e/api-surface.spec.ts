import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { api, ask, askForPath, call, counters, rating, staffTables, tables, writingFunctions } from './api.ts'
import { argumentsOf, callers } from './matrix.ts'

const migrations = new URL('../supabase/migrations/', import.meta.url)
const sql = readdirSync(migrations)
  .map(file => readFileSync(new URL(file, migrations), 'utf8'))
  .join('\n')
const namesOf = (pattern: RegExp) => [...new Set([...sql.matchAll(pattern)].map(([, name]) => name as string))]

function expectRefused({ status, text }: { status: number; text: string }, statuses = [401, 403, 404, 405, 406]) {
  expect(statuses, text).toContain(status)
}

test.describe('as anon: what can be read', () => {
  for (const [table, columns] of Object.entries(tables)) {
    test(`${table}: its columns, as they are agreed`, async () => {
      const { status, body } = await ask(`/rest/v1/${table}?select=${columns}&limit=1`)
      expect([status, Array.isArray(body)]).toEqual([200, true])
      expect((await ask(`/rest/v1/${table}?limit=1`)).status).toBe(200)
      // Names in it could be formulas: CSV comes from the open files.
      expectRefused(await ask(`/rest/v1/${table}?limit=1`, { headers: { accept: 'text/csv' } }), [406])
    })
  }

  test('a counter by its code, by GET too', async () => {
    const { status, body } = await ask(`/rest/v1/rpc/counter_page?code=${counters.open}`)
    expect([status, body.state, body.counter.code]).toEqual([200, 'open', counters.open])
  })

  for (const by of ['all', 'office', 'procedure', 'field', 'channel', 'trust', 'month', 'quarter', 'year', 'factor']) {
    test(`satisfaction by ${by}`, async () => {
      const { status, body } = await call('satisfaction', { by, from_month: '2020-01-01' })
      expect([status, Array.isArray(body)]).toEqual([200, true])
    })
  }

  test('of the totals only one grain, of the settings only public ones', async () => {
    expect((await ask('/rest/v1/monthly_totals?grain=gt.1')).body).toEqual([])
    expect((await ask('/rest/v1/settings?is_public=eq.false')).body).toEqual([])
  })
})

test.describe('as anon: what cannot', () => {
  const publicTables = Object.keys(tables)
  const hidden = namesOf(/create (?:table|view|type|sequence) private\.(\w+)/g)

  test('the agreement lists every table there is', () => {
    const all = [...publicTables, ...Object.keys(staffTables)]
    expect(namesOf(/create table public\.(\w+)/g).toSorted()).toEqual(all.toSorted())
    expect(hidden).toContain('ratings')
  })

  const others = [
    'schema_migrations',
    'seed_files',
    'users',
    'pg_roles',
    'pg_stat_activity',
    'job',
    '_system',
    'rpc',
    '',
  ]
  // A name may stand in both schemas: comments do, as they were written and as staff read them.
  for (const table of new Set([...hidden, ...Object.keys(staffTables), ...others])) {
    test(`no table ${table || 'at the root'}`, async () => {
      expectRefused(await ask(`/rest/v1/${table}`))
      expectRefused(await ask(`/rest/v1/private.${table}`))
      for (const schema of ['private', 'supabase_migrations', 'pg_catalog']) {
        expectRefused(await ask(`/rest/v1/${table}`, { headers: { 'accept-profile': schema } }))
      }
    })
  }

  for (const table of publicTables) {
    test(`${table} is not written, whatever the method`, async () => {
      const before = await ask(`/rest/v1/${table}`)
      const key = tables[table]?.[0]
      const value = before.body[0]?.[key as string] ?? 1
      const body = JSON.stringify(before.body[0] ?? { [key as string]: value })
      const one = `/rest/v1/${table}?${key}=eq.${encodeURIComponent(value)}`
      const statuses = [400, 401, 403, 404, 405]

      expectRefused(await ask(`/rest/v1/${table}`, { body }), statuses)
      expectRefused(await ask(`/rest/v1/${table}`, { body: `[${body},${body}]` }), statuses)
      for (const prefer of ['resolution=merge-duplicates', 'resolution=ignore-duplicates', 'return=representation']) {
        expectRefused(await ask(`/rest/v1/${table}`, { body, headers: { prefer } }), statuses)
      }
      expectRefused(await ask(one, { method: 'PUT', body }), statuses)
      expectRefused(await ask(one, { method: 'PATCH', body }), statuses)
      expectRefused(await ask(`/rest/v1/${table}`, { method: 'PATCH', body }), statuses)
      expectRefused(await ask(one, { method: 'DELETE' }), statuses)
      expectRefused(await ask(`/rest/v1/${table}`, { method: 'DELETE' }), statuses)
      expect((await ask(`/rest/v1/${table}`)).text).toBe(before.text)
    })
  }

  test('nobody looks through one table into another', async () => {
    for (const hidden of ['counters!counters_office_code_fkey', 'counters!counters_successor_code_fkey', 'ratings']) {
      expectRefused(await ask(`/rest/v1/offices?select=*,${hidden}(*)`), [400, 401, 403, 404])
    }
    expectRefused(await ask('/rest/v1/batches?select=*,ratings(*)'), [400, 404])
    const plan = await ask('/rest/v1/batches', { headers: { accept: 'application/vnd.pgrst.plan+json' } })
    expectRefused(plan, [400, 406])
  })
})

test.describe('as anon: functions', () => {
  const callable = callers.filter(({ own: [anybody] }) => anybody !== '-').map(({ name }) => name)
  const [comment, petition] = [crypto.randomUUID(), crypto.randomUUID()]
  const nowhere = {
    office: 'xa-hoi-an',
    row: {},
    counter: '000000',
    device: comment,
    key: '0',
    member: 1,
    comment,
    petition,
    praise: comment,
  }
  const others = namesOf(/create (?:function|procedure) (?:public|private)\.(\w+)/g).filter(
    name => !callable.includes(name),
  )

  test('the agreement lists every function there is', () => {
    const all = callers.map(({ name }) => name)
    expect(namesOf(/create (?:function|procedure) public\.(\w+)/g).toSorted()).toEqual(all.toSorted())
    expect(callable).toEqual(expect.arrayContaining(writingFunctions))
  })

  for (const name of [...others, 'pg_sleep', 'version', 'current_setting', 'lo_import', 'query_to_xml', 'exec_sql']) {
    test(`${name} cannot be called`, async () => {
      expectRefused(await call(name, argumentsOf[name]?.(nowhere) ?? {}))
      expectRefused(await ask(`/rest/v1/rpc/${name}`))
      const profile = { 'content-profile': 'private', 'accept-profile': 'private' }
      expectRefused(await ask(`/rest/v1/rpc/${name}`, { body: '{}', headers: profile }))
    })
  }

  test('the functions that write are not called by GET, where a link would do', async () => {
    const query = new URLSearchParams(Object.entries(rating()).map(([name, value]) => [name, String(value)]))
    expectRefused(await ask(`/rest/v1/rpc/submit_rating?${query}`))
    expectRefused(await ask(`/rest/v1/rpc/submit_rating_form?score=5&code=${counters.open}`))
  })
})

test.describe('keys', () => {
  const forged = `${btoa('{"alg":"none","typ":"JWT"}')}.${btoa('{"role":"service_role"}')}.`.replaceAll('=', '')

  test('nothing answers without one, nor to a wrong one', async () => {
    for (const key of ['', 'wrong', `${api.secretKey}x`, forged]) {
      const answer = await ask('/rest/v1/settings', { key })
      expect([answer.status, answer.body?.length]).toEqual([401, undefined])
    }
  })

  test('a forged token makes nobody an administrator', async () => {
    const answer = await ask('/rest/v1/rpc/release_ratings', {
      body: '{}',
      headers: { authorization: `Bearer ${forged}` },
    })
    expectRefused(answer)
  })

  test('the administrator writes into no table either', async () => {
    const illustrative = await ask('/rest/v1/settings?key=eq.illustrative')
    const change = { method: 'PATCH', body: '{"is_public": false}', key: api.secretKey }
    expectRefused(await ask('/rest/v1/settings?key=eq.illustrative', change))
    expectRefused(await ask('/rest/v1/batches', { method: 'DELETE', key: api.secretKey }))
    expectRefused(
      await ask('/rest/v1/monthly_totals?n=gt.0', { method: 'PATCH', body: '{"n": 0}', key: api.secretKey }),
    )
    expect((await ask('/rest/v1/settings?key=eq.illustrative')).text).toBe(illustrative.text)
  })
})

test('the server shows nothing of itself', async () => {
  const paths = [
    '/_system',
    '/_system/config',
    '/rest/v1/../../_system',
    '/rest/v1/..%2f_system',
    '/rest/v1/%2e%2e/%2e%2e/_system',
  ]
  for (const path of [
    ...paths,
    '/auth/v1/../../_system/config',
    '/.env',
    '/supabase/.temp',
    '/graphql/v1',
    '/pg/query',
  ]) {
    const { status, text } = await askForPath(path)
    // The app's own page answers for every address it does not know, and says so to people.
    const isAppPage = status === 200 && text.includes('<title>Hài Lòng</title>')
    expect(isAppPage || status >= 400, `${path}: ${status} ${text.slice(0, 200)}`).toBe(true)
    expect(status).toBeLessThan(500)
    for (const secret of [api.secretKey, 'Supalite']) expect(text).not.toContain(secret)
  }
})

test('nobody signs in but by a code sent to a mailbox', async () => {
  const account = JSON.stringify({ email: 'someone@example.org', password: 'correct horse battery' })
  for (const path of ['signup', 'token?grant_type=password', 'token?grant_type=password&grant_type=refresh_token']) {
    expect([path, (await ask(`/auth/v1/${path}`, { body: account })).status]).toEqual([path, 404])
  }
  for (const path of ['admin/users', 'settings', 'authorize?provider=github', 'signup']) {
    expect([path, (await ask(`/auth/v1/${path}`)).status]).toEqual([path, 404])
  }
  expect((await ask('/auth/v1/user', { method: 'PUT', body: account })).status).toBe(404)
})
