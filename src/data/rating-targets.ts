import { isCrockford, readCrockford } from '../lib/crockford'
import { apiUrl } from './api'
import { Problem, toProblem } from './problem'
import { rpc } from './rpc'

export type OfferedProcedure = { code: string; name: string; field: string; usual: boolean }

/** The starting point of a rating: a counter that anybody may scan, or the visit of a code on a result slip. */
export type RatingTarget = {
  state: 'open' | 'retired' | 'expired'
  counter: {
    code: string | null
    name: string | null
    number: string | null
    channel: 'counter' | 'online' | 'postal'
    kind: 'poster' | 'kiosk' | 'link' | 'leaflet' | 'visit'
  }
  /** The telephone only where the office has given one; an older copy of the answer has no word of it. */
  office: { code: string; name: string; desk: string; hotline?: string | null }
  /** The visit's procedure, when its code was issued for one. */
  procedure?: { code: string; name: string } | null
  procedures: OfferedProcedure[]
  successor: null | { counter: string | null; offices: { code: string; name: string }[] }
}

export const COUNTER_LENGTH = 6
export const VISIT_LENGTH = 10

export const isVisitCode = (code: string) => code.length === VISIT_LENGTH

/** The code in an address, as people type it. Throws a Problem: counter_malformed, visit_malformed. */
export function readCode(typed: string, isVisit: boolean) {
  const code = readCrockford(typed)
  if (isCrockford(code, isVisit ? VISIT_LENGTH : COUNTER_LENGTH)) return code
  throw new Problem(400, isVisit ? 'visit_malformed' : 'counter_malformed')
}

/** Throws a Problem: counter_unknown, visit_unknown. */
export const fetchRatingTarget = (code: string) => (isVisitCode(code) ? fetchVisit(code) : fetchCounter(code))

/** Somebody else's JSON, a captive portal's for instance, names no place. */
function checked(page: RatingTarget | null): RatingTarget {
  if (typeof page?.office?.desk !== 'string') throw new Problem(0, 'offline')
  return page
}

/** By POST, so that no server log holds the code; and not cached, since the code works once. */
const fetchVisit = async (code: string) => checked(await rpc('visit_page', { code }))

/** With a cached answer at hand a fresh one is awaited only so many milliseconds. */
const SHORT_TIMEOUT = 4_000

/**
 * The answer is cached on the device, so that a counter that was opened once opens without a signal.
 */
async function fetchCounter(code: string): Promise<RatingTarget> {
  const cached = await cachedPage(code)
  try {
    const page = checked(
      await rpc('counter_page', { code }, { method: 'GET', ...(cached && { timeout: SHORT_TIMEOUT }) }),
    )
    cachePage(code, page)
    return page
  } catch (error) {
    if (cached && !toProblem(error).isFinal) return cached
    throw error
  }
}

// The Cache API exists where a service worker does: only there can the page itself be opened without a signal.
const openCache = () => globalThis.caches?.open('counters')
const address = (code: string) => `${apiUrl}/rest/v1/rpc/counter_page?${new URLSearchParams({ code })}`

async function cachedPage(code: string): Promise<RatingTarget | undefined> {
  try {
    return await (await (await openCache())?.match(address(code)))?.json()
  } catch {
    return undefined // A browser that keeps nothing has to ask.
  }
}

async function cachePage(code: string, page: RatingTarget) {
  try {
    await (await openCache())?.put(address(code), new Response(JSON.stringify(page)))
  } catch {
    // A full device: this counter will not open without a signal.
  }
}
