import { queryOptions } from '@tanstack/react-query'
import type { Tables } from './database-types'
import { tableRows } from './published'

export type Office = Tables<'offices'>
export type Succession = Tables<'office_successions'>

/** All of them, the closed ones too: a few hundred in a province. */
export const offices = queryOptions({
  queryKey: ['offices'],
  queryFn: () => tableRows('offices', { order: 'code' }),
})

export const successions = queryOptions({
  queryKey: ['office_successions'],
  queryFn: () => tableRows('office_successions', { order: 'on_date.desc,predecessor_code,successor_code' }),
})

/** Ratings that were kept and not counted, by office and reason, rounded up to tens. */
export const setAsideTotals = queryOptions({
  queryKey: ['set_aside_totals'],
  queryFn: () => tableRows('set_aside_totals', { order: 'office_code,reason' }),
})
