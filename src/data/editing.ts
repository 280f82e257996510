import { supabase } from './client'
import type { Tables } from './database-types'
import type { Office } from './offices'

export type Procedure = Tables<'procedures'>
export type Field = Tables<'fields'>

export type OfficeDraft = Omit<Office, 'waiting'>
/** Days as they were typed. */
export type ProcedureDraft = { [Column in keyof Procedure]: string | null }

/** Adds an office, or changes one; `seen` is how it was when the form was opened. Refusals: see public.save_office. */
export async function saveOffice(office: OfficeDraft, seen?: OfficeDraft) {
  const { data } = await supabase.rpc('save_office', { office: { ...office }, ...seenAs(seen) }).throwOnError()
  return data as Office
}

/** Adds a procedure, or changes one. Refusals: see public.save_procedure. */
export async function saveProcedure(procedure: ProcedureDraft, seen?: Procedure) {
  const { data } = await supabase.rpc('save_procedure', { procedure: { ...procedure }, ...seenAs(seen) }).throwOnError()
  return data as Procedure
}

/** Adds a field, or changes its name. Refusals: see public.save_field. */
export async function saveField(field: Field, seen?: Field) {
  const { data } = await supabase.rpc('save_field', { field: { ...field }, ...seenAs(seen) }).throwOnError()
  return data as Field
}

/** From today on the office offers it, or today is the last day; either can be taken back. */
export async function offerProcedure(office: string, procedure: string, offered: boolean) {
  await supabase.rpc('offer_procedure', { office, procedure, offered }).throwOnError()
}

// A new row was seen by nobody, and the argument stays out.
const seenAs = <Row extends object>(seen: Row | undefined) => (seen ? { seen: { ...seen } } : {})
