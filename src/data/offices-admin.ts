import { supabase } from './client'
import type { Office } from './offices'

// Apart from offices.ts, which the public pages load without supabase-js.

export type OfficeDraft = Omit<Office, 'waiting'>

/** Adds an office, or changes one; `seen` is how it was when the form was opened. Refusals: see public.save_office. */
export async function saveOffice(office: OfficeDraft, seen?: OfficeDraft) {
  const { data } = await supabase
    .rpc('save_office', { office: { ...office }, ...(seen && { seen: { ...seen } }) })
    .throwOnError()
  return data as Office
}
