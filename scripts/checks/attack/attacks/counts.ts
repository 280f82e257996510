import { localDay, monthOf } from '../../../../src/lib/dates/day.ts'
import { type Attack, allHeld, outcome } from '../attack.ts'
import { newReceipt, type Place, ratingAt, type Target, times, tomorrow } from '../target.ts'

async function countOfWithdrawn(target: Target) {
  const place = await target.place('xa-long-dien')
  const own = times(9, () => ratingAt(place, { device: undefined }))
  const victim = ratingAt(place)
  await target.rate([...own, victim])
  await target.release()
  for (const { receipt } of [...own, victim]) await target.call('withdraw_rating', { receipt })
  await target.release()
  const rows = await target.rows(`set_aside_totals?office_code=eq.${place.office}&reason=eq.withdrawn`)
  return outcome(rows.length === 0, `nine own withdrawn and one other: ${rows[0]?.n ?? 'nothing'} published`)
}

async function countOfWaiting(target: Target) {
  const office = 'xa-long-kien'
  const places = await Promise.all(times(3, () => target.place(office)))
  const waiting = async () => (await target.rows(`offices?select=waiting&code=eq.${office}`))[0]?.waiting
  // Nineteen invented people over three procedures, so that none of them fills a batch.
  await target.rate(times(19, i => ratingAt(places[i % 3] as Place)))
  await target.release()
  const before = await waiting()
  await target.rate([ratingAt(places[2] as Place)])
  await target.release()
  const after = await waiting()
  return outcome(before === after, `19 own and one other wait: published ${before}, then ${after}`)
}

/** All that anybody can read, as one text. */
async function everythingPublic(target: Target) {
  const paths = [
    'batches',
    'monthly_totals',
    'offices',
    'set_aside_totals',
    'answer_groups',
    'visit_code_totals',
    'refused_tries',
    'settings',
    'rpc/satisfaction?by=office',
    'rpc/answers',
    'rpc/open_files',
  ]
  const answers = await Promise.all(paths.map(path => target.ask(`/rest/v1/${path}`)))
  return answers.map(({ text }) => text).join('\n')
}

async function watching(target: Target) {
  const place = await target.place()
  await target.release()
  const before = await everythingPublic(target)
  const ratings = times(12, () => ratingAt(place))
  await target.rate(ratings)
  await target.call('withdraw_rating', { receipt: ratings[0]?.receipt })
  const release = await target.call('release_ratings', { as_of: tomorrow() })
  const after = await everythingPublic(target)
  return outcome(
    before === after,
    `12 ratings, a withdrawal and a release of one's own (${release.status}): ${before === after ? 'no number moved' : 'numbers moved'}`,
  )
}

/** What caches hold copies by: the mark of all that is public, asked at several addresses. */
async function marks(target: Target) {
  const paths = ['offices', 'batches', 'refused_tries', 'rpc/satisfaction?by=office', 'rpc/answers']
  const answers = await Promise.all(paths.map(path => target.ask(`/rest/v1/${path}`)))
  const all = answers.map(({ headers }) => headers.etag)
  if (all.includes(undefined)) throw new Error('a public answer has no mark')
  return all.join(' ')
}

async function watchingMarks(target: Target) {
  const place = await target.place()
  const rating = ratingAt(place)
  const { receipt } = rating
  const acts: [name: string, args: object][] = [
    ['submit_rating', rating],
    ['submit_rating', rating],
    ['add_details', { receipt, details: { comment: 'Chờ lâu', improve: ['procedure'] } }],
    ['change_rating', { receipt, score: 2 }],
    ['receipt_state', { receipt }],
    ['withdraw_rating', { receipt }],
    ['submit_rating', { ...ratingAt(place), visit: '0000000000' }],
    ['submit_rating', ratingAt({ ...place, counter: '000000' })],
    ['counter_page', { code: place.counter }],
    ['visit_page', { code: '0000000000' }],
    ['kiosk_here', { code: place.kiosk }],
    ['receipt_state', { receipt: newReceipt() }],
  ]
  const moving: string[] = []
  for (const [name, args] of acts) {
    const before = await marks(target)
    await target.call(name, args)
    if ((await marks(target)) !== before) moving.push(name)
  }
  return allHeld(moving, acts.length)
}

/** What PostgREST is told of copies before it answers; here the database is asked as PostgREST asks it. */
async function borrowedCopies(target: Target) {
  const asked: [role: string, method: string, path: string, headers: object][] = [
    ['authenticated', 'GET', '/offices', {}],
    ['authenticated', 'GET', '/members', {}],
    ['authenticated', 'GET', '/rpc/satisfaction', {}],
    ['service_role', 'GET', '/batches', {}],
    ['anon', 'POST', '/rpc/satisfaction', {}],
    ['anon', 'GET', '/rpc/receipt_state', {}],
    ['anon', 'GET', '/rpc/feedback_status', {}],
    ['anon', 'GET', '/rpc/satisfaction/../receipt_state', {}],
    ['anon', 'GET', '/batches', { range: '0-0' }],
    ['anon', 'GET', '/batches', { prefer: 'count=exact' }],
    ['anon', 'GET', '/batches', { 'accept-profile': 'public' }],
  ]
  const kept = await target.owner(async db => {
    const said: string[] = []
    for (const [role, method, path, headers] of asked) {
      const { rows } = await db.transaction(async one => {
        await one.query(
          `select set_config('request.method', $1, true), set_config('request.path', $2, true),
            set_config('request.headers', $3, true), set_config('response.headers', '', true)`,
          [method, path, JSON.stringify(headers)],
        )
        await one.exec(`set local role ${role}; select gateway.before_request(); reset role`)
        return one.query<{ headers: string }>(`select current_setting('response.headers', true) as headers`)
      })
      const { headers: all } = rows[0] ?? { headers: '' }
      if (!all.includes('no-store') || !all.includes('Authorization')) said.push(`${role} ${method} ${path}`)
    }
    return said
  })
  return allHeld(kept, asked.length)
}

/** Whoever knows of nineteen tries of their own must not see the twentieth, nor any before the quarter is over. */
async function countOfTries(target: Target) {
  const [code, tries] = ['0000000000', times(19, i => i)]
  const place = await target.place()
  for (const _ of tries) await target.call('submit_rating', { ...ratingAt(place), visit: code })
  await target.release()
  const meanwhile = await target.rows('refused_tries')
  const month = Number(localDay().slice(5, 7))
  await target.release(monthOf(localDay(), Math.ceil(month / 3) * 3 + 1 - month))
  const counts = (await target.rows('refused_tries')).map(({ n }) => n)
  if (counts.length === 0) throw new Error('no tries were counted at all')
  return outcome(
    meanwhile.length === 0 && counts.every(n => n === 10),
    `19 tries of an unknown code: ${meanwhile.length} counts meanwhile, ${counts} after the quarter`,
  )
}

export const countAttacks: Attack[] = [
  { name: 'see one withdrawal', severity: 'medium', tried: 'nine own withdrawn beside it', attempt: countOfWithdrawn },
  { name: 'see one who waits', severity: 'medium', tried: 'nineteen own beside it', attempt: countOfWaiting },
  {
    name: 'watch numbers move',
    severity: 'high',
    tried: 'every public answer before and after 12 ratings',
    attempt: watching,
  },
  {
    name: 'tell by the mark of a copy that somebody came',
    severity: 'high',
    tried: 'the ETag of public answers before and after twelve calls',
    attempt: watchingMarks,
  },
  {
    name: 'be handed the copy of somebody else',
    severity: 'high',
    tried: 'what PostgREST is told of eleven answers that are not for all',
    attempt: borrowedCopies,
  },
  {
    name: 'see one try of a code',
    severity: 'low',
    tried: 'nineteen own, and the quarter ends',
    isAlone: true,
    attempt: countOfTries,
  },
]
