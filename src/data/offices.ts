import { queryOptions } from '@tanstack/react-query'
import { allRows } from './all-rows'
import { supabase } from './client'
import type { Tables } from './database-types'

export type Office = Tables<'offices'>
export type Succession = Tables<'office_successions'>

/** All of them, the closed ones too: a few hundred in a province. */
export const offices = queryOptions({
  queryKey: ['offices'],
  queryFn: () => allRows((from, to) => supabase.from('offices').select().order('code').range(from, to).throwOnError()),
})

export const successions = queryOptions({
  queryKey: ['office_successions'],
  queryFn: () =>
    allRows((from, to) =>
      supabase
        .from('office_successions')
        .select()
        .order('on_date', { ascending: false })
        .order('predecessor_code')
        .order('successor_code')
        .range(from, to)
        .throwOnError(),
    ),
})

/** Ratings that were kept and not counted, by office and reason, rounded up to tens. */
export const setAsideTotals = queryOptions({
  queryKey: ['set_aside_totals'],
  queryFn: () =>
    allRows((from, to) =>
      supabase.from('set_aside_totals').select().order('office_code').order('reason').range(from, to).throwOnError(),
    ),
})
