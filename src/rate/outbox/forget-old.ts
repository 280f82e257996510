import { toProblem } from '../../data/problem'
import type { ReceiptState } from '../../data/ratings'
import type { fetchReceiptState, fetchReleaseRule } from '../../data/receipts'
import { DAY } from '../../lib/dates/day'
import { forget } from './known-rating'
import type { Outbox } from './outbox'

/** The longest rung of the ladder, in days: by then a rating has been published or waits for too few others. */
const LONGEST_RUNG = 90
/** Days after its publication in which the office replies and the person may still read it. */
const REPLY_TIME = 60

type Ask = { state: typeof fetchReceiptState; rule: typeof fetchReleaseRule }

/**
 * Forgets one rating of which nothing more can be told, corrected or answered. The clock of a phone jumps by years: it
 * only says which rating to ask about, and what the server answers decides. One for each page, so that the server is not
 * told which ratings are one person's.
 */
export async function forgetOld(outbox: Outbox, ask: Ask, now = Date.now()) {
  await outbox.ready
  const old = outbox.state.ratings.filter(
    ({ isWaiting, refused, ratedAt }) =>
      // What was refused stays until the person has read so.
      !isWaiting && refused?.fn !== 'submit_rating' && Math.abs(now - ratedAt) > (LONGEST_RUNG + REPLY_TIME) * DAY,
  )
  const one = old[Math.floor(Math.random() * old.length)]
  if (one && (await isOver(one.receipt, ask))) await forget(outbox, one.receipt)
}

async function isOver(receipt: string, ask: Ask) {
  try {
    const state = await ask.state(receipt)
    if (state.state === 'withdrawn' || state.state === 'set_aside') return !state.correctable
    return state.batch !== null && (await isAnswered(state.batch, ask))
  } catch (error) {
    // Deleted there as well. Anything else says nothing.
    return toProblem(error).key === 'receipt_unknown'
  }
}

/** By the days of the server alone. */
async function isAnswered({ released_on }: NonNullable<ReceiptState['batch']>, ask: Ask) {
  const today = (await ask.rule())?.last_release_on
  return Date.parse(today ?? '') - Date.parse(released_on) > REPLY_TIME * DAY
}
