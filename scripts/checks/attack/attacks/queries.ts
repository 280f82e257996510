import { request } from 'node:http'
import { type Attack, allHeld, outcome } from '../attack.ts'
import { publishableKey, secretKey } from '../folders.ts'
import { newReceipt, ratingAt, type Target, times } from '../target.ts'

/** What one address should never be able to ask for. */
const tooMuch = [
  'offices?select=code,batches(number,offices(code,batches(number,offices(code,batches(number)))))&code=eq.xa-cho-moi',
  'procedures?select=*,offerings(*,offices(*,batches(*,procedures(*,offerings(*,offices(*,batches(*)))))))&limit=1000',
  'batches?select=number,offices(code,batches(number))',
  'offices?select=code,%62atches(number)',
  'offices?select=code&select=code,batches(number)',
  'offices?select=code,...batches(number)',
  'offices?columns=code,batches(number)&select=code',
  'offices?order=batches(number)&select=code',
  'procedures?select=code::regclass',
  'procedures?select=count()',
  `offices?or=(${'and('.repeat(30)}code.eq.a${')'.repeat(30)})`,
  `offices?${times(40, i => `code=neq.${i}`).join('&')}`,
  `offices?code=in.(${'x'.repeat(6000)})`,
  'rpc/satisfaction?by=all&select=key,offices(code)',
]

async function askingForTooMuch(target: Target) {
  const worked: string[] = []
  for (const path of tooMuch) {
    const start = Date.now()
    const { status } = await target.ask(`/rest/v1/${path}`)
    if (status < 400 || status >= 500) worked.push(`${path.slice(0, 60)} ${status} in ${Date.now() - start} ms`)
  }
  return allHeld(worked, tooMuch.length)
}

/** Begins a body and never ends it. */
function beginBody(target: Target) {
  const { hostname, port } = new URL(target.url)
  const headers = { apikey: publishableKey, 'content-type': 'application/json', 'content-length': '1000' }
  const sent = request({ hostname, port, path: '/rest/v1/rpc/submit_rating', method: 'POST', headers, agent: false })
  sent.on('error', () => undefined)
  sent.write('{"id": ')
  return () => sent.destroy()
}

async function neverEnding(target: Target) {
  const stops = times(20, () => beginBody(target))
  await new Promise(resolve => setTimeout(resolve, 300))
  const start = Date.now()
  const answered = await target.ask('/rest/v1/fields?limit=1', { patience: 8_000 }).then(
    () => true,
    () => false,
  )
  for (const stop of stops) stop()
  return outcome(
    answered,
    `20 bodies that do not end; another request ${answered ? 'answered' : 'waiting'} after ${Date.now() - start} ms`,
  )
}

async function hugeBody(target: Target) {
  const body = JSON.stringify({ by: 'all', office: 'x'.repeat(11 * 1024 * 1024) })
  // The server may close before all of it is sent.
  const status = await target.ask('/rest/v1/rpc/satisfaction', { body }).then(
    answer => answer.status,
    () => 'cut off',
  )
  return outcome(status === 413 || status === 'cut off', `11 MB: ${status}`)
}

async function hugeRating(target: Target) {
  const place = await target.place()
  const sizes = [20_000, 1_000_000]
  // As people type it: hyphens in a receipt count for nothing.
  const padded = (size: number) => ratingAt(place, { receipt: newReceipt() + '-'.repeat(size) })
  const answers = await Promise.all(sizes.map(size => target.call('submit_rating', padded(size))))
  return outcome(
    answers.every(({ status }) => status === 413),
    answers.map(({ status }, i) => `${sizes[i]} bytes: ${status}`).join(', '),
  )
}

/** Parallel requests of different people: administrators, those whose ratings are taken, those who are refused. */
async function borrowing(target: Target) {
  const place = await target.place()
  const kept = times(40, () => ratingAt(place))
  const asked = times(120, i => {
    if (i % 3 === 0) return target.call('submit_rating', kept[i / 3])
    if (i % 3 === 1) return target.call('submit_rating', ratingAt(place, { score: 9 }))
    return target.call('release_ratings', { as_of: '2020-01-01' }, i % 2 ? { apikey: secretKey } : {})
  })
  const answers = await Promise.all(asked)
  const wanted = (i: number) => [200, 422, i % 2 ? 409 : 401][i % 3]
  const wrong = answers.filter(({ status }, i) => status !== wanted(i)).length
  const taken = kept.filter((_, i) => answers[3 * i]?.status === 200)
  const states = await Promise.all(taken.map(({ receipt }) => target.state(receipt)))
  const lost = states.filter(({ state }) => state !== 'waiting').length
  return outcome(
    wrong + lost === 0,
    `120 at once: ${wrong} answered wrongly, ${lost} of ${taken.length} accepted ratings lost`,
  )
}

async function tenAtOnce(target: Target) {
  const rating = ratingAt(await target.place())
  const answers = await Promise.all(times(10, () => target.call('submit_rating', rating)))
  const ok = answers.filter(({ status }) => status === 200).length
  const taken = await target.call('submit_rating', { ...rating, id: ratingAt(await target.place()).id })
  const again = await target.call('submit_rating', ratingAt(await target.place(), { id: rating.id }))
  const [row] = await target.owner(
    async db =>
      (await db.query<{ n: number }>('select count(*)::integer as n from private.ratings where id = $1', [rating.id]))
        .rows,
  )
  const isHeld = row?.n === 1 && taken.status === 409 && again.status === 409
  return outcome(
    isHeld,
    `${ok} answered 200, ${row?.n} stored; its receipt again ${taken.status}, its id again ${again.status}`,
  )
}

async function asFormulas(target: Target) {
  const tables = ['offices', 'procedures', 'batches', 'settings']
  const worked: string[] = []
  for (const table of tables) {
    for (const accept of ['text/csv', 'text/csv;q=1', ' TEXT/CSV', 'text/csv, text/csv']) {
      const { status } = await target.ask(`/rest/v1/${table}`, { headers: { accept } })
      if (status < 400) worked.push(`${table} as ${accept}: ${status}`)
    }
  }
  return allHeld(worked, tables.length * 4)
}

/** A pattern that refers back to its parts: Postgres tries them in every way, and PGlite has no clock that ends it. */
async function endlessPattern(target: Target) {
  const path = `/rest/v1/procedures?select=code&name=match.${encodeURIComponent('(a*)*\\1b')}`
  const asked = target.ask(path, { patience: 5_000 }).then(
    ({ status }) => status,
    () => 'no answer',
  )
  const start = Date.now()
  const answered = await target.ask('/rest/v1/fields?limit=1', { patience: 5_000 }).then(
    () => true,
    () => false,
  )
  const status = await asked
  const isHeld = answered && typeof status === 'number' && status >= 400
  if (!isHeld) await target.end('SIGKILL')
  return outcome(
    isHeld,
    `the pattern: ${status}; another request ${answered ? 'answered' : 'waiting'} after ${Date.now() - start} ms`,
  )
}

/** What Postgres keeps of every row counts the transactions of all. */
async function countingTransactions(target: Target) {
  const worked: string[] = []
  const paths = ['select=xmin', 'select=code,when:xmin', 'order=ctid', 'xmax=eq.0', 'or=(xmin.gt.1,tableoid.gt.1)']
  for (const path of paths) {
    const { status } = await target.ask(`/rest/v1/offices?limit=1&${path}`)
    if (status < 400) worked.push(path)
  }
  return allHeld(worked, paths.length)
}

export const queryAttacks: Attack[] = [
  {
    name: 'ask by an endless pattern',
    severity: 'critical',
    tried: 'one request with a regular expression that refers back',
    isAlone: true,
    isLong: true,
    attempt: endlessPattern,
  },
  {
    name: 'count everybody’s transactions',
    severity: 'medium',
    tried: 'the system columns of a row',
    attempt: countingTransactions,
  },
  {
    name: 'ask for more than a server can answer',
    severity: 'critical',
    tried: 'joins of joins, casts, logic 30 deep',
    attempt: askingForTooMuch,
  },
  {
    name: 'send a body that never ends',
    severity: 'high',
    tried: '20 connections, and then an honest question',
    attempt: neverEnding,
  },
  {
    name: 'send 11 MB',
    severity: 'medium',
    tried: 'a question with an office of 11 million letters',
    attempt: hugeBody,
  },
  {
    name: 'send a rating of a megabyte',
    severity: 'low',
    tried: 'a receipt with so many hyphens',
    attempt: hugeRating,
  },
  {
    name: 'borrow the rights of others',
    severity: 'critical',
    tried: '120 parallel requests of different people',
    attempt: borrowing,
  },
  {
    name: 'be counted ten times',
    severity: 'high',
    tried: 'one rating ten times at once, its id and its receipt again',
    attempt: tenAtOnce,
  },
  { name: 'get a table as a sheet of formulas', severity: 'low', tried: 'text/csv of the tables', attempt: asFormulas },
]
