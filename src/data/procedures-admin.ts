import { supabase } from './client'
import type { Field, Procedure } from './procedures'

// Apart from procedures.ts, which the public pages load without supabase-js. `seen` is how a row was when its form was
// opened; a new one has none.

/** Days as they were typed. */
export type ProcedureDraft = { [Column in keyof Procedure]: string | null }

/** Adds a procedure, or changes one. Refusals: see public.save_procedure. */
export async function saveProcedure(procedure: ProcedureDraft, seen?: Procedure) {
  const { data } = await supabase
    .rpc('save_procedure', { procedure: { ...procedure }, ...(seen && { seen: { ...seen } }) })
    .throwOnError()
  return data as Procedure
}

/** Adds a field, or changes its name. Refusals: see public.save_field. */
export async function saveField(field: Field, seen?: Field) {
  const { data } = await supabase
    .rpc('save_field', { field: { ...field }, ...(seen && { seen: { ...seen } }) })
    .throwOnError()
  return data as Field
}

/** Through which service channels the office takes it: names with blanks between them; null: as the catalogue says. */
export async function setOfferingChannels(office: string, procedure: string, channels: string | null) {
  await supabase.rpc('set_offering_channels', { office, procedure, channels: channels as string }).throwOnError()
}

/** From today on the office offers it, or today is the last day; either can be taken back. */
export async function offerProcedure(office: string, procedure: string, offered: boolean) {
  await supabase.rpc('offer_procedure', { office, procedure, offered: String(offered) }).throwOnError()
}
