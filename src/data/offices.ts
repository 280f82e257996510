import { queryOptions } from '@tanstack/react-query'
import { apiKey, apiUrl } from './api'
import { officesQuery } from './api-path'
import type { Tables } from './database-types'
import { tableRows } from './public-api'
import { rpc } from './rpc'

export type Office = Tables<'offices'>
export type Succession = Tables<'office_successions'>

/** All of them, the closed ones too: a few hundred in a province. */
export const offices = queryOptions({
  queryKey: ['offices'],
  queryFn: () => tableRows('offices', officesQuery),
})

export const successions = queryOptions({
  queryKey: ['office_successions'],
  queryFn: () => tableRows('office_successions', { order: 'on_date.desc,predecessor_code,successor_code' }),
})

/** Ratings that were set aside, by office and reason, rounded up to tens. */
export const setAsideTotals = queryOptions({
  queryKey: ['set_aside_totals'],
  queryFn: () => tableRows('set_aside_totals', { order: 'office_code,reason' }),
})

/** Ratings that were refused because of their code, in quarters that are over; null: a code that no office made. */
export const refusedTries = queryOptions({
  queryKey: ['refused_tries'],
  queryFn: () => tableRows('refused_tries', { order: 'quarter,reason' }),
})

/** The code of the counter by which an office's own page leads to its question; null where it has none for links. */
export const ratingLink = (office: string) =>
  queryOptions({
    queryKey: ['rating_link', office],
    queryFn: () => rpc<string | null>('rating_link', { office }, { method: 'GET' }),
  })

/** The address of the badge with an office's published rate, an SVG that the database serves. */
export const badgeAddress = (office: string, language: string) =>
  `${apiUrl}/rest/v1/rpc/satisfaction_badge?${new URLSearchParams({ apikey: apiKey, office, lng: language })}`
