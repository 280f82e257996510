import { apiUrl } from './api'
import { problemOf } from './problem'
import { rpc } from './rpc'

export type Procedure = { code: string; name: string; field: string; usual: boolean }

export type CounterPage = {
  state: 'open' | 'retired'
  counter: {
    code: string
    name: string
    number: string | null
    channel: 'counter' | 'online' | 'postal'
    kind: 'poster' | 'kiosk' | 'link' | 'leaflet'
  }
  office: { code: string; name: string; desk: string }
  procedures: Procedure[]
  successor: null | { counter: string | null; offices: { code: string; name: string }[] }
}

/** With a kept answer at hand nobody waits longer than this for a fresh one. */
const SHORT_PATIENCE = 4_000

/**
 * What the rating page of a counter shows. The answer is kept on the device, so that a counter that was opened once
 * opens without a signal. Throws a Problem: counter_malformed, counter_unknown.
 */
export async function counterPage(code: string): Promise<CounterPage> {
  const kept = await keptPage(code)
  try {
    const page = await rpc<CounterPage>(
      'counter_page',
      { code },
      { method: 'GET', ...(kept && { patience: SHORT_PATIENCE }) },
    )
    keep(code, page)
    return page
  } catch (error) {
    if (kept && !problemOf(error).isRefusal) return kept
    throw error
  }
}

// The Cache API exists where a service worker does: only there can the page itself be opened without a signal.
const shelf = () => globalThis.caches?.open('counters')
const address = (code: string) => `${apiUrl}/rest/v1/rpc/counter_page?${new URLSearchParams({ code })}`

async function keptPage(code: string): Promise<CounterPage | undefined> {
  try {
    return await (await (await shelf())?.match(address(code)))?.json()
  } catch {
    return undefined // A browser that keeps nothing has to ask.
  }
}

async function keep(code: string, page: CounterPage) {
  try {
    await (await shelf())?.put(address(code), new Response(JSON.stringify(page)))
  } catch {
    // A full device: this counter will not open without a signal.
  }
}
