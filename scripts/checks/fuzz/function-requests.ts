// Calls of the functions that browsers may call, with bodies that no page sends.

import { gzipSync } from 'node:zlib'
import { type Place, argumentsOf as staffArguments } from '../../../e2e/matrix.ts'
import type { Random } from '../../demo/random.ts'
import { seeded } from '../../demo/random.ts'
import { someHeaders } from './headers.ts'
import { jsonBody } from './json.ts'
import type { Callable, Surface } from './surface.ts'
import { queryText } from './table-requests.ts'
import { type Asked, brokenPercents, oddText, percent, someText, usualText } from './values.ts'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** One of a few hundred receipts, so that what one request stores another changes. */
function receipt(random: Random) {
  const { bytes } = seeded(`receipt ${Math.floor(random.next() * 300)}`)
  return [...bytes(12)].map(byte => crockford[byte % 32]).join('')
}

/** The id of a rating made now: the one thing that is not the same when a run is repeated. */
function newId(random: Random) {
  const digits = hex(random.bytes(10))
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-9${digits.slice(3, 6)}-${digits.slice(6, 18)}`
}

type Members = [string, string][]
const members = (object: object): Members => Object.entries(object).map(([key, value]) => [key, JSON.stringify(value)])

const details = (random: Random) => ({
  comment: random.chance(0.7) ? 'Phải chờ lâu, gọi 0912345678.' : oddText(random),
  improve: ['procedure'],
  praised: [random.pick(['staff', 'access', 'x'])],
  trips: random.pick(['0', '1', '2+']),
})

/** What the functions take that take the whole body. */
const bodies: Record<string, (random: Random) => object> = {
  submit_rating: random => ({
    id: newId(random),
    counter: random.pick(['X43Q58', '8K93N9', '5W3B89', 'B28X3H', '000000']),
    score: 1 + Math.floor(random.next() * 5),
    receipt: receipt(random),
    ...(random.chance(0.5) && { procedure: '1.001193' }),
    ...(random.chance(0.3) && { rated_at: new Date().toISOString() }),
    ...(random.chance(0.5) && { device: newId(random) }),
    ...(random.chance(0.3) && { language: 'vi' }),
    ...(random.chance(0.05) && { visit: 'V1S1T00001' }),
    ...(random.chance(0.3) && { place: random.pick(['?p=0000000000', oddText(random)]) }),
  }),
  add_details: random => ({ receipt: receipt(random), details: details(random) }),
  change_rating: random => ({ receipt: receipt(random), score: 4, ...(random.chance(0.3) && { procedure: null }) }),
  withdraw_rating: random => ({ receipt: receipt(random) }),
  rate_reply: random => ({ receipt: receipt(random), score: 2 }),
}

function argumentsOf(random: Random, { name, parameters }: Callable): Members {
  const body = bodies[name]
  if (body) return members(body(random))
  const ofStaff = staffArguments[name]
  if (ofStaff && random.chance(0.4)) return members(ofStaff(somePlace(random)))
  const given = parameters.filter(({ isOptional }) => !isOptional || random.chance(0.5))
  return given.map(parameter => {
    if (parameter.name === 'receipt') return ['receipt', JSON.stringify(receipt(random))]
    const text = usualText(random, parameter.name, parameter.type)
    const isPlain = /json|int|bool|double/.test(parameter.type)
    if (parameter.type.endsWith('[]')) return [parameter.name, JSON.stringify([text])]
    return [parameter.name, isPlain ? text : JSON.stringify(text)]
  })
}

const types = [
  ...[
    'application/json; charset=utf-8',
    'application/json;charset=latin1',
    'APPLICATION/JSON',
    'text/plain',
    'text/csv',
  ],
  ...[
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ],
  ...['application/vnd.pgrst.object+json', 'x', '', 'application/json, text/plain', 'application/jsonp', '\u00ff'],
]

const form = (random: Random) =>
  Buffer.from(
    random.weighted({
      meant: 3,
      odd: 6,
      twice: 1,
      broken: 1,
    }) === 'meant'
      ? `score=${random.pick(['1', '3', '5'])}&code=X43Q58`
      : random.pick([
          ...[
            `score=${percent(oddText(random))}&code=X43Q58`,
            `score=4&code=${percent(oddText(random))}`,
            'score=1&score=5',
            '&&&',
          ],
          ...[
            `score=${random.pick(brokenPercents)}&code=X43Q58`,
            `score[]=1&code[a]=x`,
            'score=4',
            '',
            '%',
            'x'.repeat(30_000),
          ],
        ]),
    'latin1',
  )

/** Now and then packed, or said to be. */
function packed(random: Random, asked: Asked): Asked {
  if (!random.chance(0.03)) return asked
  const body = asked.body ?? Buffer.alloc(0)
  const encoding = random.pick(['gzip', 'gzip', 'deflate', 'br', 'x', 'identity'])
  return {
    ...asked,
    headers: { ...asked.headers, 'content-encoding': encoding },
    body: random.chance(0.6) ? gzipSync(body) : body,
  }
}

function reading(random: Random, callable: Callable): Asked {
  const all = callable.parameters
    .filter(({ isOptional }) => !isOptional || random.chance(0.4))
    .map(({ name, type }): [string, string] => [name, someText(random, name, type, 0.3)])
  if (random.chance(0.1)) all.push([oddText(random), oddText(random)])
  if (random.chance(0.1))
    all.push(
      random.pick([
        ['select', 'n,rate'],
        ['order', 'n.desc'],
        ['limit', '1e9'],
        ['n', 'gt.5'],
        ['or', '(n.gt.5)'],
      ]),
    )
  if (random.chance(0.05)) all.push(...all.slice(0, 1))
  const method = random.chance(0.9) ? 'GET' : 'HEAD'
  return { method, path: `/rest/v1/rpc/${callable.name}${queryText(random, all)}`, headers: someHeaders(random) }
}

/** What a call of staff is about: mostly something that is not there. */
const somePlace = (random: Random): Place => ({
  office: usualText(random, 'office', 'text'),
  row: { code: 'xa-hoi-an', name: usualText(random, 'text', 'text') },
  counter: usualText(random, 'counter', 'text'),
  batch: random.pick(['1', '2', '7', '0']),
  device: newId(random),
  key: newId(random),
  member: random.pick([0, 1, 2, 99]),
  comment: newId(random),
  praise: random.pick(['1', newId(random)]),
  petition: random.pick(['1', newId(random)]),
})

function call(random: Random, callable: Callable, readingShare: number): Asked {
  if (random.chance(readingShare)) return reading(random, callable)
  const type = random.chance(0.92) ? 'application/json' : random.pick(types)
  const headers = { 'content-type': type, ...someHeaders(random) }
  const path = `/rest/v1/rpc/${callable.name}${random.chance(0.05) ? queryText(random, [[oddText(random), oddText(random)]]) : ''}`
  if (callable.name === 'submit_rating_form' && random.chance(0.8)) {
    const asForm = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    return packed(random, { method: 'POST', path, headers: asForm, body: form(random) })
  }
  const method = random.chance(0.98) ? 'POST' : random.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
  return packed(random, { method, path, headers, body: jsonBody(random, argumentsOf(random, callable)) })
}

export function functionRequest(random: Random, { functions }: Surface): Asked {
  const ofCitizens = functions.filter(({ isForAnybody }) => isForAnybody)
  // What stores something is asked often enough, however many functions there are.
  const storing = functions.filter(({ name }) => name.startsWith('submit_rating'))
  const callable = random.pick(random.chance(0.06) ? storing : random.chance(0.6) ? ofCitizens : functions)
  return call(random, callable, 0.3)
}

/** Calls of what only staff may call, but for the one after which they are not signed in any more. */
export function staffRequest(random: Random, { functions }: Surface): Asked {
  const ofStaff = functions.filter(({ name, isForAnybody }) => !isForAnybody && name !== 'end_session')
  return call(random, random.pick(ofStaff), 0.1)
}
