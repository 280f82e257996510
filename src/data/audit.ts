import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Tables } from './database-types'

export type LogEntry = Tables<'audit_log'>

/** Who changed a row last, and when; null where the person may not read the log, or nothing is in it. */
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
