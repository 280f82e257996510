/** How far an attack moves a published rate. */

import type { PGlite } from '@electric-sql/pglite'
import { type Outcome, play, type Request } from './commune.ts'

/** Of what is published: the headline, all batches, those of walk-ins alone, those of visits alone. */
export type Moved = { headline: number; all: number; walkIn: number; visit: number }

/** The rules of the database without its second version and with it, and the browsers that staff have signed in with. */
export function settingsOf(rules: 'before' | 'after', sent: Request[]) {
  const devices = new Set(sent.flatMap(({ isStaff, device }) => (isStaff && device ? [device] : [])))
  const noted = [...devices].map(
    device => `insert into private.staff_devices
    select private.sender('{"device": "${device}"}', row('xa', null, '', null, null, null)::private.rating_origin, null, '2027-01-04'),
      '2027-01-01';`,
  )
  return `update public.set_aside_rules set valid_from = '${rules === 'before' ? '2100' : '2026'}-01-01' where version = 2;
    ${noted.join('\n')}`
}

const rateOf = ({ n, satisfied }: Outcome['all']) => (n === 0 ? 0 : (100 * satisfied) / n)

const known = new Map<string, Outcome>()
/** What is published of the honest alone. */
async function baseline(db: PGlite, honest: Request[], rules: 'before' | 'after') {
  const key = `${rules} ${honest.length} ${honest.at(-1)?.at}`
  const outcome = known.get(key) ?? (await play(db, honest, settingsOf(rules, [])))
  known.set(key, outcome)
  return outcome
}

/** By how many points: against what the honest alone would have made it, by the same rules. */
export async function movedBy(
  db: PGlite,
  honest: Request[],
  sent: Request[],
  rules: 'before' | 'after',
): Promise<Moved> {
  const without = await baseline(db, honest, rules)
  const outcome = await play(db, sent, settingsOf(rules, sent))
  return {
    headline: rateOf(outcome.headline) - rateOf(without.headline),
    all: rateOf(outcome.all) - rateOf(without.all),
    walkIn: rateOf(outcome.walkIn) - rateOf(without.walkIn),
    visit: rateOf(outcome.visit) - rateOf(without.visit),
  }
}
