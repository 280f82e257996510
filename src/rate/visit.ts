import { v7 } from 'uuid'
import type { CounterPage } from '../data/counters'
import type { Score } from '../data/ratings'
import type { Language } from '../i18n/setup'
import { deviceName, newReceipt, outbox } from './device'
import type { ShownVisit } from './outbox'
import type { Visit } from './store'

/** For this long a scanned counter shows the answer given there; after it, a scan is a new visit. */
const SAME_VISIT = 12 * 60 * 60_000

/** The visit that the page of a counter is about, if it was rated on this device. */
export function visitAt(counter: string, visits: ShownVisit[], now: number): ShownVisit | undefined {
  return visits
    .filter(visit => visit.counter === counter && visit.step !== 'closed')
    .filter(visit => visit.isWaiting || Math.abs(now - visit.ratedAt) < SAME_VISIT)
    .sort((a, b) => a.ratedAt - b.ratedAt)
    .at(-1)
}

/** The tap. Resolves when the rating is kept on the device. */
export function rate({ counter, office }: CounterPage, score: Score, language: Language) {
  const ratedAt = Date.now()
  const receipt = newReceipt()
  const device = deviceName()
  const visit: Visit = {
    receipt,
    counter: counter.code,
    place: `${office.desk} · ${counter.name}`,
    score,
    procedure: null,
    ratedAt,
    step: 'procedure',
  }
  const rated_at = new Date(ratedAt).toISOString()
  const args = { id: v7(), counter: counter.code, score, receipt, rated_at, language, ...(device && { device }) }
  return outbox.put(visit, { fn: 'submit_rating', args })
}

export function changeScore(visit: ShownVisit, score: Score) {
  if (score === visit.score) return
  return outbox.put(kept({ ...visit, score }), { fn: 'change_rating', args: { receipt: visit.receipt, score } })
}

/** Names the procedure, or none, and goes on to a step. Only what is new is sent. */
export function nameProcedure(visit: ShownVisit, procedure: string | null, step: Visit['step']) {
  const wanted = kept({ ...visit, procedure, step })
  if (procedure === visit.procedure) return outbox.put(wanted)
  return outbox.put(wanted, { fn: 'change_rating', args: { receipt: visit.receipt, procedure } })
}

/** Also for a rating that is still on its way: it is sent and withdrawn, since it may have arrived unnoticed. */
export function withdraw(visit: ShownVisit) {
  const args = { receipt: visit.receipt }
  return outbox.put(kept({ ...visit, step: 'withdrawn' }), { fn: 'withdraw_rating', args })
}

export const goTo = (visit: ShownVisit, step: Visit['step']) => outbox.put(kept({ ...visit, step }))

const kept = ({ receipt, counter, place, score, procedure, ratedAt, step }: Visit): Visit => ({
  receipt,
  counter,
  place,
  score,
  procedure,
  ratedAt,
  step,
})
