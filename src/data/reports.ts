import { queryOptions } from '@tanstack/react-query'
import type { Report, ReportClass } from '../lib/figures/report'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import type { Tables } from './database-types'

export type ReportEntry = Tables<'report_entries'>
export type ReportRule = Tables<'report_indices'>
export type ReportState = {
  office_code: string
  known: number
  tenths: number | null
  class: ReportClass | null
  version: number | null
  signed_by: string | null
  signed_at: string | null
  changed: boolean | null
}

/** The nine indices in the words of the circular. */
export const reportRules = queryOptions({
  queryKey: ['report_indices'],
  queryFn: async () => (await supabase.from('report_indices').select().order('index').throwOnError()).data,
})

export const officialReport = (office: string, period: string) =>
  queryOptions({
    queryKey: ['reports', office, period],
    queryFn: async () =>
      (await supabase.rpc('official_report', { office, period }).throwOnError()).data as unknown as Report,
  })

/** How far the report of each office below one is, and who signed it. They come in parts, until one is empty. */
export const reportStates = (office: string, period: string) =>
  queryOptions({
    queryKey: ['reports', 'states', office, period],
    queryFn: async () => {
      const states: ReportState[] = []
      for (;;) {
        const after = states.at(-1)?.office_code
        const { data } = await supabase
          .rpc('report_states', { office, period, ...(after !== undefined && { after }) })
          .throwOnError()
        if (data.length === 0) return states
        states.push(...(data as unknown as ReportState[]))
      }
    },
  })

/** What was entered for an office and a period, the latest first. */
export const reportEntries = (office: string, period: string) =>
  queryOptions({
    queryKey: ['reports', 'entries', office, period],
    queryFn: async () => {
      const { data } = await supabase
        .from('report_entries')
        .select()
        .eq('office_code', office)
        .eq('period', period)
        .order('id', { ascending: false })
        .limit(500)
        .throwOnError()
      return data
    },
  })

/** Who entered which entry when, by its number. Empty for those who may not read the log. */
export const reportAuthors = (office: string) =>
  queryOptions({
    queryKey: ['audit_log', 'report_entries', office],
    queryFn: async () => {
      const { data } = await supabase
        .from('audit_log')
        .select('key, at, who')
        .eq('subject', 'report_entries')
        .eq('office_code', office)
        .order('id', { ascending: false })
        .limit(1000)
        .throwOnError()
      return new Map(data.map(({ key, at, who }) => [Number(key), { at, who }]))
    },
  })

/** An index as it was typed. With no number at all it takes back what was said. */
export type ReportEntryDraft = {
  office_code: string
  period: string
  index: string
  points: string | null
  two: string | null
  one: string | null
  zero: string | null
  evidence: string
  link: string | null
}

/** Adds an entry after the one that the person saw. Refusals: see public.save_report_entry. */
export async function saveReportEntry({ draft, seen }: { draft: ReportEntryDraft; seen: ReportEntry | undefined }) {
  const entry = { ...draft, evidence: cleanText(draft.evidence) }
  await supabase.rpc('save_report_entry', { entry, ...(seen && { seen: String(seen.id) }) }).throwOnError()
}

/** Signs a report as the person saw it. Refusals: see public.sign_report. */
export async function signReport({ report, comment }: { report: Report; comment: string }) {
  const { office, period, known, tenths } = report
  const said = { office, period, known: String(known), comment: cleanText(comment) }
  await supabase.rpc('sign_report', tenths === null ? said : { ...said, tenths: String(tenths) }).throwOnError()
}
