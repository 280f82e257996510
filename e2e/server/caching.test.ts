import { expect, test } from 'vitest'
import { newRatingId, publishableKey, secretKey, serveForTests } from './vitest-server.ts'

const server = serveForTests()
const copies = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const asked = { method, headers: { apikey: publishableKey, ...headers } }
  const { status, headers: said } = await fetch(server.url(`/rest/v1/${path}`), asked)
  return { status, kept: said.get('cache-control'), vary: said.get('vary'), mark: said.get('etag') }
}
const untilRelease = expect.stringMatching(/^public, max-age=0, s-maxage=\d+$/)

test.each([
  ...['batches', 'settings', 'offices?select=code&limit=3', 'fields', 'procedures', 'monthly_totals', 'rule_changes'],
  ...['rpc/satisfaction?by=all', 'method_versions', 'answer_groups', 'handled_dossiers?limit=0'],
  ...['plan_indicators', 'plan_values', 'par_index', 'rpc/plan_figures', 'rpc/par_index_means'],
  ...['rpc/practice_comparisons', 'rpc/publication_ladder', 'rpc/open_files', 'rpc/rating_link?office=xa-hoi-an'],
])('what anybody reads may be kept on its way until the next release: %s', async path => {
  // Lite calls a function by GET alone.
  for (const method of path.startsWith('rpc/') ? ['GET'] : ['GET', 'HEAD'])
    expect(await copies(path, {}, method)).toMatchObject({
      status: 200,
      kept: untilRelease,
      vary: expect.stringMatching(/^Authorization, Accept, Prefer, Range, Accept-Profile(, Accept-Encoding)?$/),
      mark: expect.stringMatching(/^W\/"[0-9a-f]{32}"$/),
    })
})

test.each(['rpc/good_practice', 'rpc/praise_names', 'published_feedback'])(
  'what may be taken down is shown by nobody without asking: %s',
  async path => {
    expect(await copies(path)).toMatchObject({
      status: 200,
      kept: 'public, max-age=0',
      mark: expect.stringMatching(/^W/),
    })
  },
)

test('as long as a figure is', async () => {
  const [table, figure] = [await copies('batches'), await copies('rpc/satisfaction?by=all')]
  const seconds = [table, figure].map(({ kept }) => Number(kept?.split('s-maxage=')[1]))
  expect(Math.abs((seconds[0] ?? 0) - (seconds[1] ?? 0))).toBeLessThan(30)
})

test('what one person reads, nobody keeps', async () => {
  expect((await copies('settings', { authorization: `Bearer ${publishableKey}` })).kept).toBe('no-store')
  for (const path of ['settings', 'batches', 'rpc/satisfaction?by=all'])
    expect([path, (await copies(path, { apikey: secretKey })).kept]).toEqual([path, 'no-store'])
})

test('nor a part that an address does not name, nor a refusal', async () => {
  for (const part of [
    { range: '0-1' },
    { 'range-unit': 'items' },
    { prefer: 'count=exact' },
    { 'accept-profile': 'public' },
  ])
    for (const path of ['offices', 'rpc/satisfaction?by=all', 'rpc/open_json?file=offices'])
      expect([path, part, (await copies(path, part as Record<string, string>)).kept]).toEqual([path, part, 'no-store'])
  for (const path of ['offices?nothing=eq.1', 'comments', 'nothing', 'offices?select=*,batches(*)'])
    expect([path, (await copies(path)).kept]).toEqual([path, 'no-store'])
  expect((await copies('offices', { apikey: 'wrong' })).kept).toBe('no-store')
})

test.each(['offices?limit=2', 'rpc/satisfaction?by=all', 'rpc/good_practice'])(
  'whoever has this very answer is told so, until something is changed: %s',
  async path => {
    const { mark } = await copies(path)
    expect((await copies(path, { 'user-agent': 'another' })).mark).toBe(mark)
    const again = await fetch(server.url(`/rest/v1/${path}`), {
      headers: { apikey: publishableKey, 'if-none-match': `"x", ${mark}` },
    })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', mark])

    const field = { code: `moi-${Math.floor(Math.random() * 1e9)}`, name: `Lĩnh vực ${path}` }
    const saved = await fetch(server.url('/rest/v1/rpc/save_field'), {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json' },
      body: JSON.stringify({ field }),
    })
    expect([saved.status, await saved.text()]).toEqual([expect.any(Number), expect.not.stringContaining('"PT')])
    const later = await copies(path, { 'if-none-match': `${mark}` })
    expect([later.status, later.mark === mark]).toEqual([200, false])
  },
)

test('nobody learns that somebody has rated, and a refusal has no mark', async () => {
  const { mark } = await copies('offices?limit=2')
  await server.call('submit_rating', { id: newRatingId(), counter: 'X43Q58', score: 5, receipt: 'K7M4Q29XDP3T' })
  expect((await copies('offices?limit=2')).mark).toBe(mark)
  const guessed = { 'if-none-match': `${mark}` }
  expect(await copies('comments', guessed)).toMatchObject({ status: 401, mark: null })
  expect(await copies('offices?limit=2', { ...guessed, apikey: 'wrong' })).toMatchObject({ status: 401, mark: null })
  expect(await copies('offices?limit=2', { ...guessed, apikey: secretKey })).toMatchObject({ status: 200, mark: null })
})
