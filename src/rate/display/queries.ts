import { queryOptions } from '@tanstack/react-query'
import { toProblem } from '../../data/problem'
import { fetchRatingTarget } from '../../data/rating-targets'
import { settings } from '../../data/settings'
import { HOUR } from '../../lib/dates/day'
import { type PairedDevice, reportIsOn } from '../shell/place/paired-device'
import { hear, serverTime } from './server-clock'

const RETRY_AFTER = 15_000

/** A display runs for weeks: its counter may be renamed, or retired. */
export const displayTarget = (code: string) =>
  queryOptions({
    queryKey: ['display place', code],
    queryFn: () => fetchRatingTarget(code),
    retry: false,
    refetchInterval: ({ state: { data, error } }) => (data || (error && toProblem(error).isFinal) ? HOUR : RETRY_AFTER),
    refetchIntervalInBackground: true,
  })

/** Says that the display is on, and learns the time and whether it still counts. */
export const heartbeat = (device: PairedDevice | undefined) =>
  queryOptions({
    queryKey: ['display sign', device?.device ?? null],
    queryFn: async () => {
      if (!device) throw new Error('there is no device')
      const sign = await reportIsOn(device, serverTime() ?? Date.now())
      hear(sign.serverTime)
      return sign
    },
    enabled: device !== undefined,
    retry: false,
    refetchInterval: ({ state: { data, error } }) =>
      data?.isPaired === false ? false : error ? RETRY_AFTER : HOUR / 12,
    refetchIntervalInBackground: true,
  })

/** Under which address phones find the counter. */
export const publicAddress = settings
