import { HOUR } from '../../lib/dates/day'
import { outbox } from './page-outbox'
import type { Step } from './storage/store'

const OVER: Step[] = ['thanks', 'withdrawn', 'closed']

/** Somebody is in the middle of the questions and may come back to them. */
export const isRatingUnfinished = () =>
  outbox.state.ratings.some(({ step, ratedAt }) => !OVER.includes(step) && Math.abs(Date.now() - ratedAt) < HOUR)
