import { type Attack, open, outcome } from '../attack.ts'
import { ratingAt, type Target, times } from '../target.ts'

const evil = { origin: 'https://evil.example', referer: 'https://evil.example/' }

async function oneDevice(target: Target) {
  const place = await target.place()
  const { device } = ratingAt(place)
  const ratings = times(40, () => ratingAt(place, { device }))
  await target.rate(ratings)
  const states = await Promise.all(ratings.map(({ receipt }) => target.state(receipt)))
  const counted = states.filter(({ state }) => state === 'waiting').length
  return outcome(counted <= 2, `40 of one device at one counter: ${counted} wait, the others are set aside`)
}

async function noDevice(target: Target) {
  const place = await target.place()
  const start = performance.now()
  await target.rate(times(200, () => ratingAt(place, { device: undefined, score: 1 })))
  await target.rate(times(8, () => ratingAt(place)))
  await target.release()
  const batches = await target.batches(place)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  return outcome(
    batches.length === 0,
    `200 ratings and eight people in ${seconds} s: ${batches.length} batches, nine people`,
  )
}

async function fromAnotherSite(target: Target) {
  const place = await target.place()
  const worked: string[] = []
  const preflight = await target.ask('/rest/v1/rpc/submit_rating', {
    method: 'OPTIONS',
    headers: {
      ...evil,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'apikey,content-type',
    },
  })
  const allowed = `${preflight.headers['access-control-allow-methods']}`
  if (/POST/.test(allowed)) worked.push(`a page of another site may send JSON (${allowed})`)
  // What a form or fetch may send to anybody without asking first.
  for (const type of [
    'text/plain',
    'text/plain;charset=UTF-8',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ]) {
    const body = JSON.stringify(ratingAt(place))
    const { status } = await target.ask('/rest/v1/rpc/submit_rating', {
      body,
      headers: { ...evil, 'content-type': type },
    })
    if (status < 400) worked.push(`${type} ${status}`)
  }
  const answer = await target.call('submit_rating', ratingAt(place), evil)
  if (answer.headers['access-control-allow-origin']) worked.push('the answer is readable elsewhere')
  return outcome(worked.length === 0, worked.join('; ') || 'no page of another site may write, nor send JSON unasked')
}

async function byAnImage(target: Target) {
  const { counter } = await target.place()
  const paths = [
    `submit_rating_form?score=1&code=${counter}`,
    'submit_rating?id=1',
    'withdraw_rating?receipt=K7M4Q29XDP3T',
    'release_ratings',
    'receipt_state?receipt=K7M4Q29XDP3T',
  ]
  const answers = await Promise.all(paths.map(path => target.ask(`/rest/v1/rpc/${path}`)))
  return outcome(
    answers.every(({ status }) => status >= 400),
    answers.map(({ status }, i) => `${paths[i]?.split('?')[0]} ${status}`).join(', '),
  )
}

async function inventedDevices(target: Target) {
  const place = await target.place()
  const ratings = times(100, () => ratingAt(place, { score: 1 }))
  const honest = times(20, () => ratingAt(place))
  await target.rate(honest)
  const start = performance.now()
  await Promise.all(ratings.map(rating => target.call('submit_rating', rating)))
  const seconds = (performance.now() - start) / 1000
  await target.release()
  const [batch] = await target.batches(place)
  if (!batch) return outcome(true, 'no batch')
  return open(
    `100 requests in ${seconds.toFixed(1)} s turn 20 of 20 satisfied into ${batch.score_5} of ${batch.n}, of walk-in ratings alone`,
  )
}

export const stuffingAttacks: Attack[] = [
  { name: 'rate forty times with one phone', severity: 'high', tried: 'one device at one counter', attempt: oneDevice },
  {
    name: 'rate two hundred times without a device',
    severity: 'high',
    tried: 'the worst face, beside eight people',
    attempt: noDevice,
  },
  {
    name: 'make visitors of another site rate',
    severity: 'high',
    tried: 'scripts and forms of evil.example',
    attempt: fromAnotherSite,
  },
  { name: 'write by an image', severity: 'medium', tried: 'GET of functions that write', attempt: byAnImage },
  {
    name: 'stuff with invented devices',
    severity: 'high',
    tried: 'a device for each rating',
    isKnown: true,
    attempt: inventedDevices,
  },
]
