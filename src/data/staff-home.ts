import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Tables } from './database-types'
import type { Petition } from './feedback/work'

type Counter = { code: string; name: string; office: string; office_code: string }

/** The answer of public.staff_home; days are 'YYYY-MM-DD', months 'YYYY-MM'. */
export type StaffHome = {
  comments: {
    open: number
    overdue: number
    oldest_on: string | null
    due: { released_on: string; due_on: string; n: number }[]
  }
  /** `ours` of the open ones wait for the office, `waiting` for their senders; `publish` are answered and undecided. */
  petitions: {
    open: number
    ours: number
    waiting: number
    overdue: number
    publish: number
    /** Those that are due first. */
    due: Pick<Petition, 'id' | 'office_code' | 'kind' | 'state' | 'received_on' | 'due_on' | 'owner'>[]
  }
  /** Fewer ratings in four whole weeks than a batch has; counted on Mondays. */
  quiet_counters: Counter[]
  /** Kiosks that have not reported for a day. */
  silent_kiosks: Counter[]
  /** Surely below the target in the last quarter that is over. */
  below_target: {
    kind: 'procedure' | 'office'
    key: string
    label: string
    n: number
    rate: number
    low: number
    high: number
    target_percent: number
  }[]
  quarter: [string, string]
  unreported: { month: string; offices: { code: string; name: string }[] }
}

/** Of an office and everything below it. */
export const staffHomeOf = (office: string) =>
  queryOptions({
    queryKey: ['staff_home', office],
    queryFn: async () => {
      const { data } = await supabase.rpc('staff_home', { office }).throwOnError()
      return data as unknown as StaffHome
    },
  })

/** Comments that ask for something and wait for an answer, the oldest first, of the offices that the person works for. */
export const oldestComments = (count: number) =>
  queryOptions({
    queryKey: ['comments', 'oldest', count],
    queryFn: async () => {
      const { data } = await supabase
        .from('comments')
        .select()
        .is('handled_at', null)
        .eq('is_forgotten', false)
        .eq('asks', true)
        .order('released_on')
        .order('id')
        .limit(count)
        .throwOnError()
      return data as Tables<'comments'>[]
    },
  })
