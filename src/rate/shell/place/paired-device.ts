import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type DeviceKind, pairDevice, reportDevice } from '../../../data/kiosks'
import { readCrockford } from '../../../lib/crockford'
import { HOUR } from '../../../lib/dates/day'
import { type MacKey, macOf } from '../../../lib/mac'

/**
 * This device as one that is paired with a counter. Where the browser has crypto.subtle it keeps the key so that no script
 * reads it again; on a page without https there is none, and the key is stored as it came.
 */
export type PairedDevice = {
  counter: string
  kind: DeviceKind
  device: string
  key: MacKey
  /** How long a code of a display is shown, in seconds. */
  step: number
}

const DATABASE = 'hai-long-device'
const TABLE = 'devices'

/**
 * One request on this device's table. Not by the outbox's functions: what another script uses of them, the one that
 * stores a tap has to offer, and it has no room.
 */
function onTable<Answer>(work: (table: IDBObjectStore) => IDBRequest<Answer>) {
  return new Promise<Answer>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE)
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE, { keyPath: 'kind' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const transaction = db.transaction(TABLE, 'readwrite')
      const request = work(transaction.objectStore(TABLE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
      db.onversionchange = () => db.close()
    }
  })
}

/** The device that this one is at a counter; undefined when it is not paired, or the browser keeps nothing. */
export async function pairedDevice(counter: string, kind: DeviceKind): Promise<PairedDevice | undefined> {
  try {
    const known: PairedDevice | undefined = await onTable(table => table.get(kind))
    return known?.counter === counter ? known : undefined
  } catch {
    return undefined
  }
}

/** Throws a Problem when the code is not known. */
export async function pair(counter: string, kind: DeviceKind, typed: string): Promise<PairedDevice> {
  const { device, key, step } = await pairDevice(counter, kind, readCrockford(typed))
  const { subtle } = globalThis.crypto
  const how = { name: 'HMAC', hash: 'SHA-256' }
  const kept = subtle
    ? await subtle.importKey('raw', new Uint8Array(hexToBytes(key)), how, false, ['sign'])
    : { plain: key }
  const paired = { counter, kind, device, key: kept, step }
  await onTable(table => table.put(paired))
  return paired
}

export const forgetDevice = (kind: DeviceKind) => onTable(table => table.delete(kind))

/** What proves to the server that this device said so. */
export const signed = async (device: PairedDevice, message: string) =>
  `${device.device}.${bytesToHex(await macOf(device.key, message))}`

/** Hours of which the server has not heard; no more than it takes. */
const KEPT_HOURS = 700

/** Notes that the device is on in this hour; answers with all that have not been reported. */
function notedHours(now: number): number[] {
  const hour = Math.floor(now / HOUR)
  try {
    const known: number[] = JSON.parse(localStorage.getItem('device-hours') ?? '[]')
    const hours = [...new Set([...known, hour])].slice(-KEPT_HOURS)
    localStorage.setItem('device-hours', JSON.stringify(hours))
    return hours
  } catch {
    return [hour]
  }
}

/** Reports the hours in which the device was on. `isPaired` is false once the office has revoked it. Throws a Problem. */
export async function reportIsOn(device: PairedDevice, now: number) {
  const hours = notedHours(now)
  const { paired: isPaired, now: said } = await reportDevice(hours, await signed(device, `here|${hours.join(',')}`))
  if (isPaired) localStorage.removeItem('device-hours')
  else await forgetDevice(device.kind)
  return { isPaired, serverTime: Date.parse(said) }
}
