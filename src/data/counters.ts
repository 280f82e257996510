import { queryOptions } from '@tanstack/react-query'
import type { counterKinds } from '../lib/staff-lists'
import { supabase } from './client'
import type { Database, Json } from './database-types'
import type { DeviceKind } from './kiosks'

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

type DeviceRow = Database['public']['Functions']['counter_devices']['Returns'][number]
/** A kiosk or display that was paired with a counter. */
export type CounterDevice = Omit<DeviceRow, 'kind' | 'revoked_on' | 'alive_at'> & {
  kind: DeviceKind
  revoked_on: string | null
  /** The hour in which it last reported that it is on. */
  alive_at: string | null
}

export const counterDevices = (counter: string) =>
  queryOptions({
    queryKey: ['counter_devices', counter],
    queryFn: async () => {
      const { data } = await supabase.rpc('counter_devices', { counter }).throwOnError()
      return data as CounterDevice[]
    },
  })

/** A code that pairs one device within half an hour; an earlier one of the same kind ends. */
export async function makePairingCode(counter: string, kind: DeviceKind) {
  const { data } = await supabase.rpc('make_pairing_code', { counter, kind }).throwOnError()
  return data as { code: string; expires_at: string }
}

/** From now on what the device signs proves nothing. */
export async function revokeDevice(device: string) {
  await supabase.rpc('revoke_device', { device }).throwOnError()
}
