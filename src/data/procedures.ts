import { queryOptions } from '@tanstack/react-query'
import { localDay } from '../lib/releases'
import { allRows } from './all-rows'
import { supabase } from './client'

/** Enough to find one: the full catalogue of a province is long. */
export const procedureNames = queryOptions({
  queryKey: ['procedures'],
  queryFn: () =>
    allRows((from, to) =>
      supabase.from('procedures').select('code, name').order('code').range(from, to).throwOnError(),
    ),
})

/** One procedure with the name of its field; null if there is none with this code. */
export const procedureByCode = (code: string) =>
  queryOptions({
    queryKey: ['procedures', code],
    queryFn: async () => {
      const { data } = await supabase
        .from('procedures')
        .select('*, fields!procedures_field_code_fkey(name)')
        .eq('code', code)
        .maybeSingle()
        .throwOnError()
      return data
    },
  })

/** The procedures that an office offers today. */
export const proceduresOffered = (office: string) =>
  queryOptions({
    queryKey: ['offerings', 'procedures', office],
    queryFn: () =>
      allRows((from, to) =>
        supabase
          .from('offerings')
          .select('procedures!inner(code, name)')
          .eq('office_code', office)
          .or(`closed_on.is.null,closed_on.gte.${localDay(Date.now())}`)
          .order('procedure_code')
          .range(from, to)
          .throwOnError(),
      ),
  })

/** The offices that offer a procedure today. */
export const officesOffering = (procedure: string) =>
  queryOptions({
    queryKey: ['offerings', 'offices', procedure],
    queryFn: () =>
      allRows((from, to) =>
        supabase
          .from('offerings')
          .select('office_code')
          .eq('procedure_code', procedure)
          .or(`closed_on.is.null,closed_on.gte.${localDay(Date.now())}`)
          .order('office_code')
          .range(from, to)
          .throwOnError(),
      ),
  })
