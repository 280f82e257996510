import { localDay, localHour } from '../../src/lib/dates/day.ts'
import { type AdminClient, release } from '../admin/client.ts'
import type { LedgerKey } from '../ledger/note.ts'
import { signCheckpoints } from '../ledger/sign.ts'

/** The day and hour on a clock in Việt Nam. */
export const localTime = (at: Date) => ({ day: localDay(at.getTime()), hour: localHour(at.getTime()) })

/** Whether today's release is still to come out: its hour has struck, and the last one was on an earlier day. */
export function isReleaseDue(at: Date, releaseHour: number, lastReleaseOn: string | null) {
  const { day, hour } = localTime(at)
  return hour >= releaseHour && (lastReleaseOn ?? '') < day
}

type Setting = { key: string; value: unknown }

async function isDue(url: string, publishableKey: string) {
  const query = 'select=key,value&key=in.(release_hour,last_release_on)'
  const response = await fetch(new URL(`/rest/v1/settings?${query}`, url), { headers: { apikey: publishableKey } })
  const settings = new Map(((await response.json()) as Setting[]).map(({ key, value }) => [key, value]))
  return isReleaseDue(
    new Date(),
    Number(settings.get('release_hour')),
    settings.get('last_release_on') as string | null,
  )
}

const log = (what: string) => console.log(`${new Date().toISOString().slice(0, 19)}Z ${what}`)

/**
 * Looks every minute whether a release is due, so that one missed while the machine slept or was off is made up for, and signs
 * the checkpoints that have no signature yet, whoever made them. Where pg_cron does the same, whoever comes second finds nothing to do.
 * Returns a function that stops it.
 */
export function releaseDaily(url: string, publishableKey: string, call: AdminClient, key: LedgerKey) {
  const look = async () => {
    try {
      if (await isDue(url, publishableKey)) log(`released ${await release(call)} ratings`)
    } catch (error) {
      log(`no release: ${(error as Error).message}`)
    }
    try {
      await signCheckpoints(call, key)
    } catch (error) {
      log(`no checkpoint was signed: ${(error as Error).message}`)
    }
  }
  let running = look()
  const timer = setInterval(() => {
    running = running.then(look)
  }, 60_000)
  return () => {
    clearInterval(timer)
    return running
  }
}
