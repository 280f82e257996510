import { queryOptions } from '@tanstack/react-query'
import { tableRows } from './public-api'
import { rpc } from './rpc'

/** Reports to the office, to the hour, that this kiosk is on. A failure is ignored. */
export const reportKioskIsOn = (code: string) => rpc<void>('kiosk_here', { code }).catch(() => undefined)

/** What a device is paired as: people rate on a kiosk; a display shows a code for their own phones. */
export type DeviceKind = 'kiosk' | 'display'

export type Pairing = {
  device: string
  /** 256 bits in hex, told this once. */
  key: string
  /** How long each code of a display is shown, in seconds. */
  step: number
  /** The server's clock. */
  now: string
}

/** Throws a Problem: pairing_unknown for a code that was used, is too old or belongs elsewhere. */
export const pairDevice = (counter: string, kind: DeviceKind, code: string) =>
  rpc<Pairing>('pair_device', { counter, kind, code })

/** Reports that the device is on. hours: whole ones since 1970; place: its signature over them. Throws a Problem. */
export const reportDevice = (hours: number[], place: string) =>
  rpc<{ paired: boolean; now: string }>('device_here', { hours, place })

/** For how many of their opening hours the kiosks of an office could be used, the latest month first. */
export const kioskUptime = (office: string) =>
  queryOptions({
    queryKey: ['kiosk_uptime', office],
    queryFn: () => tableRows('kiosk_uptime', { office_code: `eq.${office}`, order: 'month.desc' }),
  })
