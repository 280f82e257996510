import { v7 } from 'uuid'
import { localDay, monthOf } from '../../../../src/lib/dates/day.ts'
import { type Attack, open, outcome } from '../attack.ts'
import { publishComments } from '../scenes.ts'
import { type Place, ratingAt, type Target, times } from '../target.ts'
import { type Paired, pair, tapAt } from './places.ts'

/** Nobody knows a single answer as long as no batch holds the victim's among these nine. */
async function nineAndAVictim(target: Target, place: Place, own: object[], by?: Paired) {
  const victim = by ? tapAt(place, by, 1) : ratingAt(place, { score: 1 })
  await target.rate([...own, victim])
  await target.call('add_details', { receipt: victim.receipt, details: { money: 'yes', improve: ['staff'] } })
  await target.release()
  const batches = await target.batches(place)
  const read = batches.find(({ n, score_1 }) => n === 10 && score_1 === 1)
  const { state } = await target.state(victim.receipt)
  const said = read
    ? `batch ${read.number} of 10 has the one tap of the victim`
    : `no batch; the victim's rating is ${state}`
  return { isHeld: batches.length === 0 && state === 'waiting', said }
}

async function nineOfNoDevice(target: Target) {
  const place = await target.place()
  const { isHeld, said } = await nineAndAVictim(
    target,
    place,
    times(9, () => ratingAt(place, { device: undefined })),
  )
  return outcome(isHeld, said)
}

async function nineOfOneDevice(target: Target) {
  const place = await target.place('xa-cho-moi')
  const posters = await target.posters(place.office)
  const { device } = ratingAt(place)
  // Two at each counter: a third of a device is set aside.
  const own = times(9, i => ratingAt(place, { device, counter: posters[i % 5] }))
  const { isHeld, said } = await nineAndAVictim(target, place, own)
  return outcome(isHeld, said)
}

async function nineOfAKiosk(target: Target) {
  const place = await target.place()
  const own = times(9, () => ratingAt(place, { counter: place.kiosk }))
  const { isHeld, said } = await nineAndAVictim(target, place, own)
  return outcome(isHeld, said)
}

async function nineAtAPairedKiosk(target: Target) {
  const place = await target.place('xa-long-dien')
  const { paired } = await pair(target, place.kiosk, 'kiosk')
  const { isHeld, said } = await nineAndAVictim(
    target,
    place,
    times(9, () => tapAt(place, paired)),
    paired,
  )
  return outcome(isHeld, said)
}

async function movedAfterTheVictim(target: Target) {
  const [waiting, victims] = [await target.place(), await target.place()]
  const at = new Date(Date.now() - 2 * 3_600_000)
  // As if sent two hours ago, each with a device of its own.
  const own = times(9, () => ratingAt(waiting, { id: v7({ msecs: at.getTime() }) }))
  const ratings = own.map(body => ({ at: at.toISOString(), body }))
  await target.admin('enter_illustrative_ratings', { days: [{ day: localDay(), ratings }] })
  for (const { receipt } of own) await target.call('change_rating', { receipt, procedure: victims.procedure })
  const { isHeld, said } = await nineAndAVictim(target, victims, [])
  return outcome(isHeld, said)
}

async function allOfOneMind(target: Target) {
  const place = await target.place()
  const ratings = times(10, () => ratingAt(place, { score: 1 }))
  await target.rate(ratings)
  await target.release()
  const batches = await target.batches(place)
  return outcome(batches.length === 0, `ten times the worst face: ${batches.length} batches of the next day`)
}

/** Twenty-four people answer, one of them that money was asked for; the quarter ends. */
async function oneAnswer(target: Target) {
  const place = await target.place()
  const ratings = times(24, i => ratingAt(place, { score: i === 0 ? 1 : 5 }))
  await target.rate(ratings)
  for (const [i, { receipt }] of ratings.entries())
    await target.call('add_details', { receipt, details: { money: i === 0 ? 'yes' : 'no' } })
  await target.release()
  const month = Number(localDay().slice(5, 7))
  const next = monthOf(localDay(), Math.ceil(month / 3) * 3 + 1 - month)
  await target.release(next)
  const asked = [
    'answers',
    'answer_groups',
    'rpc/open_json?file=group_answers',
    `rpc/answers?office=${place.office}`,
    'batches?select=details&details=not.is.null',
  ]
  const found: string[] = []
  for (const path of asked) {
    const { text } = await target.ask(`/rest/v1/${path}`)
    if (/"yes"|money\.yes/.test(text)) found.push(path)
  }
  return outcome(found.length === 0, found.length ? `told by ${found.join(', ')}` : 'nothing names the one answer')
}

async function factorOfAComment(target: Target) {
  const details = [{ comment: 'Chờ rất lâu ở quầy số 2', improve: ['staff'] }]
  const { comments } = await publishComments(target, 'xa-hoi-an', details)
  const named = comments.flatMap(({ improve }) => improve)
  return outcome(named.length === 0, `the only one to name a factor: the office reads [${named}] beside the comment`)
}

async function readingTables(target: Target) {
  const tables = [
    'ratings',
    'visit_codes',
    'sessions',
    'replies',
    'ungrouped_answers',
    'users',
    'audit_log',
    'members',
    'comments',
  ]
  const { headers } = await target.staff('coordinator', 'tinh-an-giang')
  const worked: string[] = []
  for (const table of tables) {
    for (const schema of ['public', 'private', 'auth', 'supabase_migrations']) {
      const isStaffs = schema === 'public' && ['audit_log', 'members', 'comments'].includes(table)
      const asked = [{ 'accept-profile': schema }, ...(isStaffs ? [] : [{ 'accept-profile': schema, ...headers }])]
      for (const given of asked) {
        const { status, body } = await target.ask(`/rest/v1/${table}?limit=1`, { headers: given })
        if (status < 400 && body?.length !== 0) worked.push(`${schema}.${table} ${status}`)
      }
    }
  }
  return outcome(
    worked.length === 0,
    worked.join(', ') || `${tables.length} tables in 4 schemas refused, to anybody and to a coordinator`,
  )
}

async function nineInvented(target: Target) {
  const place = await target.place()
  const start = performance.now()
  const own = times(9, () => ratingAt(place))
  const { isHeld, said } = await nineAndAVictim(target, place, own)
  const took = `nine requests, ${((performance.now() - start) / 1000).toFixed(1)} s with the release, and the knowledge that nobody else waits`
  return isHeld ? outcome(true, said) : open(`${said}: ${took}`)
}

export const readingAttacks: Attack[] = [
  {
    name: 'read one answer with nine of no device',
    severity: 'high',
    tried: 'nine own ratings around one',
    attempt: nineOfNoDevice,
  },
  {
    name: 'read one answer with nine of one device',
    severity: 'high',
    tried: 'the same over five counters',
    attempt: nineOfOneDevice,
  },
  {
    name: 'read one answer with nine of a kiosk',
    severity: 'high',
    tried: 'the same with its printed code',
    attempt: nineOfAKiosk,
  },
  {
    name: 'read one answer with nine of a paired kiosk',
    severity: 'high',
    tried: 'nine taps at it before the next person',
    attempt: nineAtAPairedKiosk,
  },
  {
    name: 'send nine after a victim',
    severity: 'high',
    tried: 'nine that wait, moved to the procedure of somebody who just left',
    attempt: movedAfterTheVictim,
  },
  { name: 'read what all of a batch said', severity: 'high', tried: 'ten with the worst face', attempt: allOfOneMind },
  {
    name: 'read one further answer',
    severity: 'high',
    tried: 'one of 24 was asked for money, and the quarter ends',
    isAlone: true,
    attempt: oneAnswer,
  },
  {
    name: 'know a writer by the factor',
    severity: 'high',
    tried: 'a comment of the only one to name it',
    attempt: factorOfAComment,
  },
  {
    name: 'read tables of the database',
    severity: 'critical',
    tried: 'ratings, codes and sessions in four schemas',
    attempt: readingTables,
  },
  {
    name: 'read one answer with nine invented devices',
    severity: 'high',
    tried: 'nine devices of a program around one',
    isKnown: true,
    attempt: nineInvented,
  },
]
