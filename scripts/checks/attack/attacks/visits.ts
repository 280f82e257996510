import { addDays, localDay } from '../../../../src/lib/dates/day.ts'
import { type Attack, open, outcome } from '../attack.ts'
import { type Place, ratingAt, type Target, times } from '../target.ts'

const nextYear = () => addDays(localDay(), 300)

/** Codes that a clerk of the office makes. */
async function makeCodes(target: Target, { office, procedure }: Place, count: number) {
  const { headers } = await target.staff('clerk', office)
  return target.call(
    'make_visit_codes',
    { office, procedure, channel: 'counter', count, expires_on: nextYear() },
    headers,
  )
}

const visiting = (visit: string, more: object = {}) => {
  const { counter, device, procedure, ...rating } = ratingAt({
    office: '',
    counter: '',
    online: '',
    kiosk: '',
    procedure: '',
  })
  return { ...rating, visit, ...more }
}

async function askingForACode(target: Target) {
  const [used, unused] = (await makeCodes(target, await target.place(), 2)).body as [string, string]
  await target.rate([visiting(used)])
  const pages = await Promise.all([used, unused].map(code => target.call('visit_page', { code })))
  const [one, other] = pages.map(({ text }) => text)
  const { headers } = await target.staff('head', 'xa-hoi-an')
  const told = (await target.call('visit_batches', { office: 'xa-hoi-an' }, headers)).text
  const isHeld = one === other && !/used|spent/.test(told)
  return outcome(isHeld, `the page of a used code ${one === other ? 'is that of an unused one' : 'is another'}`)
}

async function flood(target: Target) {
  const place = await target.place('xa-nhon-my')
  const counts = [5000, 201, 150, 100]
  const made = []
  for (const count of counts) {
    const { status, body } = await makeCodes(target, place, count)
    made.push(`${count}: ${status === 200 ? body.length : body.message}`)
  }
  const refused = made.filter(said => said.includes('exhausted')).length
  return outcome(refused === 3, `an office that has reported nothing asks for ${made.join(', ')}`)
}

async function twice(target: Target) {
  const [code, withdrawn] = (await makeCodes(target, await target.place(), 2)).body as [string, string]
  const gone = visiting(withdrawn)
  await target.rate([visiting(code), gone])
  await target.call('withdraw_rating', { receipt: gone.receipt })
  const again = await Promise.all([code, withdrawn].map(used => target.call('submit_rating', visiting(used))))
  return outcome(
    again.every(({ status }) => status === 409),
    `a second rating ${again[0]?.status}, one after a withdrawal ${again[1]?.status}`,
  )
}

async function guess(target: Target) {
  const answers = await Promise.all(times(200, i => target.call('visit_page', { code: `${i}`.padStart(10, 'ZQ7') })))
  const found = answers.filter(({ status }) => status !== 404)
  const sent = await target.call('submit_rating', visiting('ZQ7ZQ7ZQ7Z'))
  return outcome(found.length === 0 && sent.status === 404, `200 guesses of 2^50: ${found.length} answered`)
}

async function nineOfOnesOwn(target: Target) {
  const place = await target.place()
  const codes = (await makeCodes(target, place, 10)).body as string[]
  const sent = codes.map((code, i) => visiting(code, { score: i === 0 ? 1 : 5 }))
  await target.rate(sent)
  await target.release()
  const batches = await target.batches(place)
  const read = batches.find(({ n, score_1 }) => n === 10 && score_1 === 1)
  if (!read) throw new Error('the batch of ten did not come out')
  return open('the tenth is read: a clerk, ten codes, nine requests; made and used codes are public by quarter')
}

export const visitAttacks: Attack[] = [
  {
    name: 'ask whether a slip was used',
    severity: 'high',
    tried: 'the page of a code, and the list of those made',
    attempt: askingForACode,
  },
  { name: 'flood with own codes', severity: 'high', tried: 'more codes than dossiers', attempt: flood },
  { name: 'use a visit code twice', severity: 'medium', tried: 'again, and after a withdrawal', attempt: twice },
  { name: 'guess a visit code', severity: 'low', tried: '200 codes', attempt: guess },
  {
    name: 'read one answer with nine own codes',
    severity: 'high',
    tried: 'a clerk uses nine and hands out one',
    isKnown: true,
    attempt: nineOfOnesOwn,
  },
]
