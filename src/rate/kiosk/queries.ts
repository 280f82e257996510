import { queryOptions } from '@tanstack/react-query'
import { reportKioskIsOn } from '../../data/kiosks'
import { toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { fetchRatingTarget } from '../../data/rating-targets'
import { satisfactionBy, targetOf } from '../../data/satisfaction'
import { timeNow } from '../../data/server-clock'
import { settings } from '../../data/settings'
import { loadAllLanguages } from '../../i18n/setup'
import type { Evidence, Figure } from '../../lib/figures/figure'
import { type PairedDevice, reportIsOn } from '../shell/place/paired-device'
import { readItem, saveItem } from './device'
import { REFRESH_EVERY, RETRY_AFTER, SIGN_EVERY } from './timing'

/** A kiosk runs for weeks: the name of its counter may change, and the counter may be retired. */
export const kioskTarget = (code: string) =>
  queryOptions({
    queryKey: ['kiosk place', code],
    queryFn: async () => {
      const place = await fetchRatingTarget(code)
      void reportKioskIsOn(code)
      return place
    },
    retry: false,
    refetchInterval: ({ state: { data, error } }) =>
      data || (error && toProblem(error).isFinal) ? REFRESH_EVERY : RETRY_AFTER,
    refetchIntervalInBackground: true,
  })

/** A paired kiosk that can be used says so every few minutes, and learns whether it still counts. */
export const heartbeat = (device: PairedDevice | undefined, isRunning: boolean) =>
  queryOptions({
    queryKey: ['kiosk sign', device?.device ?? null],
    queryFn: async () => {
      if (!device) throw new Error('there is no device')
      return reportIsOn(device, timeNow() ?? Date.now())
    },
    enabled: device !== undefined && isRunning,
    retry: false,
    refetchInterval: ({ state: { data } }) => (data?.isPaired === false ? false : SIGN_EVERY),
    refetchIntervalInBackground: true,
  })

/** The words of all languages, for a screen that speaks to people whose language it does not know yet. */
export const allLanguages = queryOptions({
  queryKey: ['all languages'],
  queryFn: async () => {
    await loadAllLanguages()
    return true
  },
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: ({ state: { error } }) => (error ? RETRY_AFTER : false),
})

/** What it counts is not known of a figure that an earlier version kept. */
export type OfficeFigure = Figure & Partial<Evidence>

/** The headline of the office, which the idle screen shows. */
export type Published = {
  office: string
  /** Undefined: nothing is published yet. */
  figure: OfficeFigure | undefined
  /** The first and the last of the twelve months of the figure, 'YYYY-MM'. */
  months: { first: string; last: string } | undefined
  /** 'YYYY-MM-DD' */
  released_on: string | null
  min_batch: number
  /** What the verdict is held against. */
  target_percent: number
  illustrative: boolean
  /** The agency's name, and the version of its logo (data/logo.ts). */
  agency_name?: string | null
  logo?: string | null
}

/** Another name than that under which an earlier version kept the figure of all time. */
const FIGURE = 'kiosk-headline'

/** Asked for once an hour. Without a signal the last known one is shown; it carries its day. */
export const published = (office: string | undefined) =>
  queryOptions({
    queryKey: ['kiosk figure', office],
    queryFn: async () => {
      const latest = await publishedNow(office ?? '')
      saveItem(FIGURE, latest)
      return latest
    },
    enabled: office !== undefined,
    initialData: () => {
      const last = readItem<Published>(FIGURE)
      return last?.office === office ? last : undefined
    },
    initialDataUpdatedAt: 0,
    refetchInterval: ({ state: { error } }) => (error ? RETRY_AFTER : REFRESH_EVERY),
    refetchIntervalInBackground: true,
  })

async function publishedNow(office: string): Promise<Published> {
  const [[total], rules] = await Promise.all([
    queryClient.fetchQuery(satisfactionBy('all', { office, headline: true })),
    queryClient.fetchQuery(settings),
  ])
  const { n, satisfied, rate, low, high, verdict, evidence, n_proven, n_published } = total ?? {}
  const figure = total && ({ n, satisfied, rate, low, high, verdict, evidence, n_proven, n_published } as OfficeFigure)
  const { last_release_on: released_on, min_batch, illustrative, agency_name, logo } = rules
  const target_percent = targetOf([total], rules)
  const { first_month: first, last_month: last } = total ?? {}
  const months = first && last ? { first, last } : undefined
  return { office, figure, months, released_on, min_batch, target_percent, illustrative, agency_name, logo }
}
