import { expect, test } from '@playwright/test'
import { type Answer, api, call, counters, idMade, office, procedures, rating } from './api.ts'
import { localDay } from './days'

/** As a browser without scripts sends it: the key stands in the address, since a form sets no header. */
const sendForm = (form: Record<string, string>, headers: Record<string, string>) =>
  fetch(`${api.url}/rest/v1/rpc/submit_rating_form?apikey=${api.publishableKey}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
    redirect: 'manual',
  })

/** What the holder of a receipt sees. */
const state = async (receipt: string) => (await call('receipt_state', { receipt })).body

test('a rating from the tap to its withdrawal', async () => {
  const body = rating({ procedure: procedures.offered, language: 'vi', rated_at: new Date().toISOString() })
  const { receipt } = body
  const stored = await call('submit_rating', body)
  expect([stored.status, stored.body]).toMatchObject([
    200,
    {
      state: 'waiting',
      score: 5,
      procedure: procedures.offered,
      office: { code: office },
      batch: null,
      correctable: true,
    },
  ])
  expect(await state(receipt)).toEqual(stored.body)
  expect(await state(receipt.toLowerCase().replace(/(.{4})(?=.)/g, '$1-'))).toEqual(stored.body)

  expect((await call('change_rating', { receipt, score: 2, procedure: null })).body).toMatchObject({
    score: 2,
    procedure: null,
  })
  const details = { praised: ['staff'], trips: '2+', comment: '<b>Chờ lâu</b>' }
  expect((await call('add_details', { receipt, details })).status).toBe(200)
  expect((await call('withdraw_rating', { receipt })).body).toMatchObject({ state: 'withdrawn', score: null })
  expect((await call('submit_rating', body)).body.state, 'the outbox sends it again').toBe('withdrawn')
  const late = await call('change_rating', { receipt, score: 5 })
  expect([late.status, late.body.message]).toEqual([409, 'too_late'])
})

test('the same rating sent ten times at once is stored once, and all ten are told so', async () => {
  const body = rating()
  const answers = await Promise.all(Array.from({ length: 10 }, () => call('submit_rating', body)))
  expect(new Set(answers.map(answer => answer.text)).size).toBe(1)
  expect(answers[0]?.body).toMatchObject({ state: 'waiting', score: 5 })
})

test('ten ratings that claim one receipt at once: one has it', async () => {
  const { receipt } = rating()
  const answers = await Promise.all(Array.from({ length: 10 }, () => call('submit_rating', rating({ receipt }))))
  const said = (answer: Answer) => answer.body.message ?? answer.body.state
  expect(answers.map(said).toSorted()).toEqual([...Array(9).fill('receipt_taken'), 'waiting'])
})

test('an outbox may keep a rating for 31 days, and a phone may be 10 minutes ahead', async () => {
  for (const milliseconds of [-30.9 * 24 * 3_600_000, 9.5 * 60_000]) {
    expect((await call('submit_rating', rating({ id: idMade(milliseconds) }))).body).toMatchObject({ state: 'waiting' })
  }
})

test('the clock of a phone may be wrong by years', async () => {
  const { status } = await call('submit_rating', rating({ rated_at: '2009-01-01T00:00:00Z' }))
  expect(status).toBe(200)
})

test('the poster of a commune that was merged rates its successor', async () => {
  const { body } = await call('submit_rating', rating({ counter: counters.oldPoster }))
  expect(body).toMatchObject({ state: 'waiting', office: { code: office } })
})

test('a visit code lets one rating in, by script or by form', async () => {
  const expires_on = localDay(7)
  const asked = { office, procedure: procedures.offered, channel: 'postal', count: 2, expires_on }
  const { body: codes } = await call('make_visit_codes', asked, api.secretKey)
  const page = await call('visit_page', { code: codes[0].toLowerCase().replace(/^.{5}/, '$&-') })
  expect([page.status, page.body]).toMatchObject([
    200,
    {
      state: 'open',
      counter: { code: null, channel: 'postal', kind: 'visit' },
      office: { code: office },
      procedure: { code: procedures.offered },
      successor: null,
      expires_on,
    },
  ])
  expect(page.body.procedures.length).toBeGreaterThan(1)

  const { counter: _, ...body } = rating({ visit: codes[0] })
  const stored = await call('submit_rating', body)
  expect(stored.body).toMatchObject({ state: 'waiting', procedure: procedures.offered, office: { code: office } })
  expect((await call('submit_rating', body)).text, 'sent again it meets itself').toBe(stored.text)
  expect((await call('submit_rating', { ...rating(), visit: codes[0] })).body.message).toBe('visit_spent')

  const form = (code: string) => sendForm({ score: '2' }, { referer: `${api.url}/v/${code}`, origin: api.url })
  expect((await form(codes[1])).headers.get('location')).toMatch(/rated\.html#[^_]+$/)
  expect((await form(codes[1])).headers.get('location')).toMatch(/not-rated\.html#visit_spent$/)
  for (const code of codes) {
    expect((await call('visit_page', { code })).body).toMatchObject({ state: 'open' })
  }
})

test('a reply that has not come cannot be rated', async () => {
  const body = rating()
  expect((await call('submit_rating', body)).body.reply).toBeNull()
  const answer = await call('rate_reply', { receipt: body.receipt, score: 4 })
  expect([answer.status, answer.body.message]).toEqual([409, 'no_reply'])
})

test('forty people behind one address all get through', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => call('submit_rating', rating({ device: crypto.randomUUID() }))),
  )
  expect(answers.map(answer => answer.body.state)).toEqual(Array(40).fill('waiting'))
})

test('one device at one counter: the third rating is set aside; what names no device is not', async () => {
  const device = crypto.randomUUID()
  const said = []
  for (let i = 0; i < 3; i++) said.push((await call('submit_rating', rating({ device }))).body)
  expect(said.map(({ state, reason }) => [state, reason])).toEqual([
    ['waiting', null],
    ['waiting', null],
    ['set_aside', 'device_repeat'],
  ])
  for (let i = 0; i < 3; i++) {
    const { body } = await call('submit_rating', rating({ counter: counters.kiosk, device: undefined }))
    expect(body.state).toBe('waiting')
  }
})

test('a comment of script and SQL is kept as text', async () => {
  const body = rating()
  await call('submit_rating', body)
  const comment = `<script>alert(1)</script>'; drop table private.ratings; --`
  const added = await call('add_details', { receipt: body.receipt, details: { comment } })
  // Its holder, and nobody else, is told what was said: as JSON, letter by letter.
  expect([added.status, added.body.state, added.body.details]).toEqual([200, 'waiting', { comment }])
  expect(added.headers.get('content-type')).toMatch(/^application\/json/)
})

test.describe('the form of a page without scripts', () => {
  const page = (code: string) => ({ referer: `${api.url}/r/${code}`, origin: api.url })
  test('is answered with 303, and the fragment holds the receipt of a rating that is there', async () => {
    const { status, headers } = await sendForm({ score: '4' }, page(counters.open))
    const location = headers.get('location') ?? ''
    expect([status, location.split('#')[0]?.replace(api.url, '')]).toEqual([303, '/rated.html'])
    const { body } = await call('receipt_state', { receipt: location.split('#')[1] })
    expect(body).toMatchObject({ state: 'waiting', score: 4, office: { code: office } })
  })

  test('leads to no site that a request names, receipt and all', async () => {
    const sender = { origin: 'https://evil.example', referer: `https://evil.example/r/${counters.open}` }
    const forged = { ...sender, 'x-forwarded-host': 'evil.example', 'sec-fetch-site': 'cross-site' }
    for (const form of [{ score: '4' }, {}] as Record<string, string>[]) {
      const { status, headers } = await sendForm(form, forged)
      expect([status, headers.get('location')?.split('#')[0]]).toEqual([
        303,
        expect.stringMatching(/^\/(not-)?rated\.html$/),
      ])
    }
  })

  test('leads to the reason when the rating is refused', async () => {
    const { status, headers } = await sendForm({ score: '4' }, page(counters.unknown))
    expect([status, headers.get('location')?.replace(api.url, '')]).toEqual([303, '/not-rated.html#counter_unknown'])
    expect((await sendForm({}, page(counters.open))).headers.get('location')).toMatch(/#score_invalid$/)
    expect((await sendForm({ score: '4' }, {})).headers.get('location')).toMatch(/#counter_malformed$/)
  })
})
