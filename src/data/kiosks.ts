import { rpc } from './rpc'

/** Tells the office, to the hour, that this kiosk is on. When it cannot be told, the kiosk goes on all the same. */
export const reportKioskIsOn = (code: string) => rpc<void>('kiosk_here', { code }).catch(() => undefined)
