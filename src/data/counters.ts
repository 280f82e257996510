import { queryOptions } from '@tanstack/react-query'
import type { counterKinds } from '../lib/staff-lists'
import { supabase } from './client'
import type { Database, Json } from './database-types'

type Row = Database['public']['Functions']['office_counters']['Returns'][number]
/** A counter as its office sees it; `usual` are the codes of the procedures most asked for, in their order. */
export type Counter = Omit<Row, 'number' | 'kind' | 'retired_on' | 'replaced_by'> & {
  /** The number on the desk's plate; null where there is no desk. */
  number: string | null
  kind: (typeof counterKinds)[number]
  retired_on: string | null
  replaced_by: string | null
}

/** Those of one office, or of all that the person answers for; the retired ones last. */
export const officeCounters = (office?: string) =>
  queryOptions({
    queryKey: ['counters', office ?? 'all'],
    queryFn: async () => {
      const { data } = await supabase.rpc('office_counters', office ? { office } : {}).throwOnError()
      return data as Counter[]
    },
  })

export type CounterDraft = Pick<Counter, 'office_code' | 'name' | 'number' | 'channel' | 'kind'> & {
  /** None for a new one: the database makes it. */
  code?: string
  usual?: string[]
}

/** `seen` is the counter as it was when the form was opened. Refusals: see public.save_counter. */
export async function saveCounter(counter: CounterDraft, seen?: Counter) {
  const { data } = await supabase
    .rpc('save_counter', { counter: counter as Json, ...(seen && { seen: seenOf(seen) }) })
    .throwOnError()
  return data as Counter
}

/** From today on the code is retired, or leads to a new one that replaces it. Returns the counter. */
export async function retireCounter(code: string, replace: boolean) {
  const { data } = await supabase.rpc('retire_counter', { code, replace: String(replace) }).throwOnError()
  return data as Counter
}

/** Takes a retirement back: the code counts again. */
export async function reopenCounter(code: string) {
  await supabase.rpc('reopen_counter', { code }).throwOnError()
}

/** The columns of the form, which another person may have changed meanwhile. */
const seenOf = ({ name, number, channel, kind, usual }: Counter): Json => ({ name, number, channel, kind, usual })
