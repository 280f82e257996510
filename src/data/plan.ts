import { queryOptions } from '@tanstack/react-query'
import type { PlanFigure } from '../lib/figures/plan'
import { parMeansQuery, parQuery, planFiguresQuery, planIndicatorsQuery } from './api-path'
import type { Tables } from './database-types'
import { functionRows, tableRows } from './public-api'
import { rpc } from './rpc'

export type PlanIndicator = Tables<'plan_indicators'>
export type PlanTargetChange = Tables<'plan_target_changes'>
export type PlanValue = Tables<'plan_values'>
export type ParIndex = Tables<'par_index'>

/** The targets of the plan, in its order. */
export const planIndicators = queryOptions({
  queryKey: ['plan_indicators'],
  queryFn: () => tableRows('plan_indicators', planIndicatorsQuery),
})

/** How the targets changed, in the order of the decisions. */
export const planTargetChanges = queryOptions({
  queryKey: ['plan_target_changes'],
  queryFn: () => tableRows('plan_target_changes', { order: 'id' }),
})

/** Every line of the plan by quarter, of an office with all below it or of all; what is not known has no row. */
export const planFigures = (office?: string) =>
  queryOptions({
    queryKey: ['plan_figures', office],
    queryFn: async () => (await functionRows('plan_figures', { ...planFiguresQuery, office })) as PlanFigure[],
  })

/** What an office entered, the latest first. */
export const planValuesOf = (office: string) =>
  queryOptions({
    queryKey: ['plan_values', office],
    queryFn: () => tableRows('plan_values', { office_code: `eq.${office}`, order: 'id.desc' }),
  })

/** Entries by their numbers, with their evidence. */
export const planValues = (ids: number[]) =>
  queryOptions({
    queryKey: ['plan_values', 'by number', ids],
    queryFn: () => tableRows('plan_values', { id: `in.(${ids.join(',')})`, order: 'id' }),
  })

/** The file that came as evidence with an entry. */
export async function planValueFile(entry: number) {
  const file = await rpc<{ name: string; base64: string }>('plan_value_file', { entry }, { method: 'GET' })
  return { name: file.name, bytes: Uint8Array.from(atob(file.base64), letter => letter.charCodeAt(0)) }
}

/** The index of administrative reform: every unit and year. */
export const parIndex = queryOptions({
  queryKey: ['par_index'],
  queryFn: () => tableRows('par_index', parQuery),
})

/** The means of each unit over the years that are known. */
export const parMeans = queryOptions({
  queryKey: ['par_index', 'means'],
  queryFn: () => functionRows('par_index_means', parMeansQuery),
})
