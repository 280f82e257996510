// Where people find the site: what the setting says, and never what a request says of itself.

import type { Api } from '../open-graph.ts'

const pause = 10_000

async function ask({ url, key }: Api): Promise<string | null> {
  const asked = `${url}/rest/v1/settings?select=value&key=eq.public_address`
  const response = await fetch(asked, { headers: { apikey: key }, signal: AbortSignal.timeout(2_000) })
  const [setting] = (await response.json()) as { value: string | null }[]
  return setting?.value ?? null
}

/**
 * The address as it was known a few seconds ago, null when there is none: no page waits for the database. The first call
 * has it looked up.
 */
export function publicAddress(api: Api, look = () => ask(api), now = Date.now) {
  let known: string | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (now() - lookedAt < pause) return known
    lookedAt = now()
    look().then(
      address => {
        known = address
      },
      () => undefined,
    )
    return known
  }
}
