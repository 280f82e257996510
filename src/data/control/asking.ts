import { queryOptions } from '@tanstack/react-query'
import { supabase } from '../client'
import type { Database } from '../database-types'

type Functions = Database['public']['Functions']

/** A list of people to be asked about an office and a quarter, by telephone or in person, with what became of them. */
export type ControlList = Omit<Functions['control_work']['Returns'][number], 'way'> & { way: 'telephone' | 'visit' }

type Contact = Functions['control_contacts']['Returns'][number]
export type ControlState = 'open' | 'answered' | 'not_reached' | 'refused'
/** Somebody whom the person who is signed in has taken; `mark` of a visit is null, and so is `code` once nothing is to be asked. */
export type ControlContact = Omit<Contact, 'way' | 'state' | 'mark' | 'code' | 'procedure_code'> & {
  way: ControlList['way']
  state: ControlState
  mark: string | null
  code: string | null
  procedure_code: string | null
}

export const controlWork = queryOptions({
  queryKey: ['control_work'],
  queryFn: async () => {
    const { data } = await supabase.rpc('control_work').throwOnError()
    return data as ControlList[]
  },
})

export const controlContacts = (office: string, quarter: string) =>
  queryOptions({
    queryKey: ['control_contacts', office, quarter],
    queryFn: async () => {
      const { data } = await supabase.rpc('control_contacts', { office, quarter }).throwOnError()
      return data as ControlContact[]
    },
  })

/** Refusals: see public.take_control_contacts. */
export async function takeContacts(list: { office: string; quarter: string }) {
  await supabase.rpc('take_control_contacts', list).throwOnError()
}

/** Refusals: see public.make_control_codes. */
export async function makeControlCodes(order: { office: string; count: string }) {
  await supabase.rpc('make_control_codes', order).throwOnError()
}

/** Said again it changes nothing. Refusals: see public.record_control_outcome. */
export async function recordOutcome(said: { contact: string; outcome: string }) {
  await supabase.rpc('record_control_outcome', said).throwOnError()
}
