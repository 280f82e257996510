import { queryOptions } from '@tanstack/react-query'
import { addDays, instantAt } from '../lib/dates/day'
import { supabase } from './client'
import type { Tables } from './database-types'
import { paginate } from './paginate'

export type LogEntry = Tables<'audit_log'>

/** Filters of the log; days are 'YYYY-MM-DD' in Việt Nam, both included. */
export type LogQuestion = {
  who?: string
  action?: string
  subject?: string
  office?: string
  from?: string
  to?: string
}

export const LOG_PAGE = 50

const startOf = (day: string) => new Date(instantAt(day)).toISOString()

function entries({ who, action, subject, office, from, to }: LogQuestion) {
  let query = supabase.from('audit_log').select()
  // A part of the address is enough; what people type is no pattern.
  if (who) query = query.ilike('who', `%${who.replace(/[\\%_]/g, '\\$&')}%`)
  if (action) query = query.eq('action', action)
  if (subject) query = query.eq('subject', subject)
  if (office) query = query.eq('office_code', office)
  if (from) query = query.gte('at', startOf(from))
  if (to) query = query.lt('at', startOf(addDays(to, 1)))
  return query.order('id', { ascending: false })
}

/** One page of the log, the newest first, and whether there is another. */
export const logPage = (question: LogQuestion, page: number) =>
  queryOptions({
    queryKey: ['audit_log', question, page],
    queryFn: async () => {
      const first = (page - 1) * LOG_PAGE
      const { data } = await entries(question)
        .range(first, first + LOG_PAGE)
        .throwOnError()
      return { rows: data.slice(0, LOG_PAGE), hasMore: data.length > LOG_PAGE }
    },
    staleTime: 0,
  })

/** All of it, for a file. */
export const wholeLog = (question: LogQuestion) =>
  paginate((from, to) => entries(question).range(from, to).throwOnError())

/** The author and time of a row's last change; null if the person may not read the log or it holds none. */
export const lastChange = (subject: string, key: string) =>
  queryOptions({
    queryKey: ['audit_log', 'last', subject, key],
    queryFn: async () => {
      const { data } = await supabase
        .from('audit_log')
        .select('who, at')
        .eq('subject', subject)
        .eq('key', key)
        .order('id', { ascending: false })
        .limit(1)
        .maybeSingle()
        .throwOnError()
      return data
    },
    staleTime: 0,
  })
