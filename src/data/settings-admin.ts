import { queryOptions } from '@tanstack/react-query'
import { datedSettings, settingBounds, textSettings } from '../lib/staff-lists'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import type { Json, Tables } from './database-types'
import { functionRows, tableRows } from './public-api'

export type Holiday = Tables<'holidays'>

/**
 * The settings that are a whole number, with the smallest and the largest. The database refuses others; this answers
 * sooner. Below ten it takes min_batch only while ratings are made up, which no form offers.
 */
export type NumberSetting = keyof typeof settingBounds
export const numberSettings = Object.keys(settingBounds) as NumberSetting[]
export { datedSettings, settingBounds, textSettings }

/** Refusals: see public.save_setting. */
export async function saveSetting(key: string, value: Json, seen: Json) {
  const cleaned = typeof value === 'string' ? cleanText(value) : value
  await supabase.rpc('save_setting', { key, value: JSON.stringify(cleaned), seen: JSON.stringify(seen) }).throwOnError()
}

/** The rungs of the publication's ladder: after how many days a rating may be published under which keys. */
export const publicationLadder = queryOptions({
  queryKey: ['publication_ladder'],
  queryFn: () => functionRows('publication_ladder', {}),
})

export async function saveLadder(days: number[], seen: number[]) {
  await supabase.rpc('save_ladder', { days, seen }).throwOnError()
}

export const holidays = queryOptions({
  queryKey: ['holidays'],
  queryFn: () => tableRows('holidays', { order: 'day' }),
})

/** An empty name takes the day out. */
export async function saveHoliday(holiday: Holiday, seen?: Holiday) {
  await supabase
    .rpc('save_holiday', { holiday: { ...holiday, name: cleanText(holiday.name) }, ...(seen && { seen }) })
    .throwOnError()
}

/** A picture as a data: address, or null for none. `seen` is the setting `logo` as the person saw it. */
export async function saveLogo({ picture, seen }: { picture: string | null; seen: string | null }) {
  await supabase.rpc('save_logo', { picture, seen } as { picture: string; seen: string }).throwOnError()
}
