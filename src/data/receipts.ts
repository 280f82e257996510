import { isCrockford, readCrockford } from '../lib/crockford'
import { askState, type Score } from './ratings'
import { request } from './rpc'
import type { Settings } from './settings'

export const RECEIPT_LENGTH = 12

/** A receipt as people type it or find it in an address; undefined when it can be none. */
export function readReceipt(typed: string) {
  const receipt = readCrockford(typed)
  return isCrockford(receipt, RECEIPT_LENGTH) ? receipt : undefined
}

/** By POST, so that no server log holds the code. Throws a Problem: receipt_unknown. */
export const fetchReceiptState = (receipt: string) => askState('receipt_state', { receipt })

/** Rates the office's reply; may be called again. Throws a Problem: no_reply. */
export const rateReply = (receipt: string, score: Score) => askState('rate_reply', { receipt, score })

export type ReleaseRule = Pick<Settings, 'min_batch' | 'release_hour' | 'last_release_on'>

/** When figures are published and how many ratings it takes; undefined when the request fails. */
export async function fetchReleaseRule(): Promise<ReleaseRule | undefined> {
  const wanted = 'key=in.(min_batch,release_hour,last_release_on)'
  try {
    const rows = await request<{ key: string; value: unknown }[]>(`settings?select=key,value&${wanted}`)
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as ReleaseRule
  } catch {
    return undefined
  }
}
