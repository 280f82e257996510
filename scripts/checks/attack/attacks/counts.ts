import { type Attack, outcome } from '../attack.ts'
import { type Place, ratingAt, type Target, times, tomorrow } from '../target.ts'

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

export const countAttacks: Attack[] = [
  { name: 'see one withdrawal', severity: 'medium', tried: 'nine own withdrawn beside it', attempt: countOfWithdrawn },
  { name: 'see one who waits', severity: 'medium', tried: 'nineteen own beside it', attempt: countOfWaiting },
  {
    name: 'watch numbers move',
    severity: 'high',
    tried: 'every public answer before and after 12 ratings',
    attempt: watching,
  },
]
