import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Tables } from './database-types'
import { tableRows } from './public-api'

/** Dossiers of one month, office, procedure and channel; null where the report does not separate them. */
export type Handled = Tables<'handled_dossiers'>

/** An office's reports since a month, 'YYYY-MM-01'. */
export const handledBy = (office: string, since: string) =>
  queryOptions({
    queryKey: ['handled_dossiers', office, since],
    queryFn: () =>
      tableRows('handled_dossiers', { office_code: `eq.${office}`, month: `gte.${since}`, order: 'month.desc,id' }),
  })

/** The offices that have reported for a month. */
export const reportedIn = (month: string) =>
  queryOptions({
    queryKey: ['handled_dossiers', 'reported', month],
    queryFn: async () => {
      const rows = await tableRows<'handled_dossiers', { office_code: string }>('handled_dossiers', {
        select: 'office_code',
        month: `eq.${month}`,
        order: 'id',
      })
      return new Set(rows.map(({ office_code }) => office_code))
    },
  })

/** Numbers as they were typed; an empty one takes the report back. */
export type HandledDraft = Pick<Handled, 'month' | 'office_code' | 'procedure_code' | 'channel'> & {
  handled: string | null
  on_time: string | null
}

/** Refusals: see public.save_handled. */
export async function saveHandled(report: HandledDraft, seen?: Handled) {
  await supabase
    .rpc('save_handled', {
      report: { ...report },
      ...(seen && { seen: { handled: seen.handled, on_time: seen.on_time } }),
    })
    .throwOnError()
}

/** Changes of an office's numbers, the latest first; empty for those who may not read the log. */
export const handledChanges = (office: string) =>
  queryOptions({
    queryKey: ['audit_log', 'handled_dossiers', office],
    queryFn: async () => {
      const { data } = await supabase
        .from('audit_log')
        .select('id, at, who, before, after')
        .eq('subject', 'handled_dossiers')
        .eq('office_code', office)
        .order('id', { ascending: false })
        .limit(200)
        .throwOnError()
      return data.map(({ before, after, ...entry }) => ({
        ...entry,
        before: before as Handled | null,
        after: after as Handled | null,
      }))
    },
  })
