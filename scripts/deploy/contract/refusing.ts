import { counters, inside, newReceipt, rating, writingFunctions, wrong } from '../../../e2e/agreement.ts'
import { type Answer, ask, askApi, type Check, call, type Site, seen, told } from './site.ts'

const version =
  'The database is of another version than this copy, or a gateway answers in its place: npm run deploy:database -- <connection string>.'

const isRefusal = ({ status, body, text }: Answer, wanted: number, key: string) =>
  status === wanted && body?.message === key && body?.code === `PT${wanted}` && !inside.test(text)

/** What is refused because of the place where it is tried: an agency has other counters than the reference data. */
const ofPlace = ['counter_unknown', 'counter_retired']

async function refuseRatings(site: Site) {
  const faults: string[] = []
  const probe = await call(site, 'counter_page', { code: counters.open })
  const hasPlace = probe.status === 200 && probe.body?.state === 'open'
  for (const [given, status, key] of wrong) {
    const answer = await call(site, 'submit_rating', rating(typeof given === 'function' ? given() : given))
    const isElsewhere = !hasPlace && answer.status >= 400 && ofPlace.includes(answer.body?.message)
    // A gateway may refuse what is too large before the database does.
    const isTooLarge = status === 413 && answer.status === 413
    if (!isRefusal(answer, status, key) && !isElsewhere && !isTooLarge) faults.push(`${status} ${key}: ${seen(answer)}`)
  }
  return told(faults)
}

async function refuseBodies(site: Site) {
  const faults: string[] = []
  for (const name of writingFunctions) {
    for (const body of ['[]', '5', 'not JSON', '{"id": "\\u0000"}']) {
      const answer = await askApi(site, `rpc/${name}`, { body })
      if (answer.status < 400 || answer.status >= 500 || inside.test(answer.text))
        faults.push(`${name} ${body}: ${seen(answer)}`)
    }
  }
  return told(faults)
}

async function refuseReceipts(site: Site) {
  const faults: string[] = []
  for (const name of ['change_rating', 'withdraw_rating', 'receipt_state']) {
    const malformed = await call(site, name, { receipt: 'K7M4-Q29X-DP3' })
    if (!isRefusal(malformed, 400, 'receipt_malformed')) faults.push(`${name}: ${seen(malformed)}`)
    const unknown = await call(site, name, { receipt: newReceipt() })
    if (!isRefusal(unknown, 404, 'receipt_unknown')) faults.push(`${name}: ${seen(unknown)}`)
  }
  return told(faults)
}

async function refuseCodes(site: Site) {
  const faults: string[] = []
  const tried: [string, object, number, string][] = [
    ['counter_page', { code: counters.unknown }, 404, 'counter_unknown'],
    ['counter_page', { code: 'X43Q5U' }, 400, 'counter_malformed'],
    ['visit_page', { code: 'K7M4Q29XD0' }, 404, 'visit_unknown'],
    ['satisfaction', { by: 'officer' }, 400, 'by_invalid'],
    ['feedback_status', { code: newReceipt() }, 404, 'feedback_unknown'],
  ]
  for (const [name, args, status, key] of tried) {
    const answer = await call(site, name, args)
    if (!isRefusal(answer, status, key)) faults.push(`${name}: ${seen(answer)}`)
  }
  return told(faults)
}

async function writeByLink(site: Site) {
  const query = new URLSearchParams(
    Object.entries(rating({ counter: counters.unknown })).map(([name, value]) => [name, String(value)]),
  )
  const faults: string[] = []
  for (const path of [`rpc/submit_rating?${query}`, `rpc/submit_rating_form?score=5&code=${counters.unknown}`]) {
    const answer = await askApi(site, path)
    // The form is told on its page that this counter is none.
    const isTold = answer.status === 303 && answer.headers.get('location')?.includes('/not-rated.html#')
    if (answer.status < 400 && !isTold) faults.push(`${path.split('?')[0]}: ${seen(answer)}`)
  }
  return told(faults)
}

/** As a browser without scripts sends it: a counter that nobody printed, so that nothing is stored. */
async function sendForm(site: Site) {
  const answer = await ask(`${site.api}/rest/v1/rpc/submit_rating_form?apikey=${site.publishableKey}`, {
    body: `score=4&code=${counters.unknown}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: site.url,
      referer: `${site.url}/r/${counters.unknown}`,
    },
  })
  const location = answer.headers.get('location') ?? ''
  if (answer.status !== 303) return seen(answer)
  const wanted = new URL('/not-rated.html#counter_unknown', site.url).href
  // Where the API has an address of its own, a path leads nowhere.
  if (new URL(location, site.api).href !== wanted) return `303 to ${location || 'nowhere'} instead of ${wanted}`
  return undefined
}

/** What is refused, with the key that the pages have a sentence for. Nothing of it is stored. */
export const refusing: Check[] = [
  {
    name: `${wrong.length} ratings that cannot be taken are refused with their keys`,
    remedy: version,
    attempt: refuseRatings,
  },
  { name: 'a body that is no rating is refused', remedy: version, attempt: refuseBodies },
  { name: 'a receipt that nobody has opens nothing', remedy: version, attempt: refuseReceipts },
  { name: 'codes and questions that are wrong are refused', remedy: version, attempt: refuseCodes },
  { name: 'no link writes', remedy: version, attempt: writeByLink },
  {
    name: 'the form of a page without scripts is answered with 303, back on the site',
    remedy:
      "Set the site's address on the page Cài đặt (public_address), and let a proxy in front pass Host, Origin and Sec-Fetch-Site on.",
    attempt: sendForm,
  },
]
