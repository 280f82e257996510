import { rpc } from './rpc'

/** Reports to the office, to the hour, that this kiosk is on. A failure is ignored. */
export const reportKioskIsOn = (code: string) => rpc<void>('kiosk_here', { code }).catch(() => undefined)
