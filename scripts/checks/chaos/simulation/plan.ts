// What happens in a simulation, all of it from one seed. What is left out of a plan changes nothing about the rest of it.

import { DAY, HOUR, isoText, localMinute } from '../../../../src/lib/dates/day.ts'
import { type Random, seeded } from '../../../demo/random.ts'
import type { Signal } from './network.ts'

const MINUTE = 60_000

/** Monday, 07:00 in Việt Nam. */
export const START = Date.UTC(2027, 2, 1)
export const DAYS = 2
export const PHONES = 3

export type Act =
  | { do: 'rate'; counter: string; procedure: string | null; device: string; score: number; isUnnamed: boolean }
  | { do: 'change'; which: number; score: number }
  | { do: 'detail' | 'withdraw'; which: number }
  | { do: 'open' | 'kill' | 'reload' | 'wake' }
  | { do: 'signal'; signal: Signal }
  | { do: 'clock'; offset: number }
  | { do: 'server'; state: 'up' | 'down' | 'busy' }
  | { do: 'death'; after: number; when: 'before' | 'after' }
  | { do: 'version'; isOlder: boolean }
  | { do: 'rotate' }

export type Event = Act & { at: number; phone: number }

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeOf = (random: Random, length: number) =>
  [...random.bytes(length)].map(byte => crockford[byte % 32]).join('')

const weights = {
  rate: 46,
  change: 8,
  withdraw: 4,
  detail: 4,
  kill: 4,
  reload: 5,
  open: 4,
  wake: 3,
  signal: 9,
  clock: 4,
  server: 4,
  death: 4,
  version: 2,
  rotate: 2,
}
const scores = { 5: 5, 4: 4, 3: 2, 2: 1, 1: 1 }
const signals = { fine: 2, weak: 4, none: 2, portal: 2 }
const YEAR = 365 * DAY
const offsets = [0, -3 * MINUTE, 5 * HOUR, -26 * HOUR, 40 * DAY, -40 * DAY, 2 * YEAR, -3 * YEAR, -START]

function act(random: Random): Act {
  const what = random.weighted(weights)
  const score = Number(random.weighted(scores))
  switch (what) {
    case 'rate':
      return {
        do: what,
        score,
        counter: random.weighted({ AAAAA1: 5, CCCCC1: 1 }),
        procedure: random.chance(0.7) ? '1.000001' : null,
        // Many people, of whom some come again.
        device: `device-${String(Math.floor(24 * random.next())).padStart(12, '0')}`,
        isUnnamed: random.chance(0.1),
      }
    case 'change':
      return { do: what, which: random.next(), score }
    case 'withdraw':
    case 'detail':
      return { do: what, which: random.next() }
    case 'signal':
      return { do: what, signal: random.weighted(signals) }
    case 'clock':
      return { do: what, offset: random.pick(offsets) }
    case 'server':
      return { do: what, state: random.weighted({ up: 1, down: 2, busy: 2 }) }
    case 'death':
      return { do: what, after: Math.floor(4 * random.next()), when: random.pick(['before', 'after'] as const) }
    case 'version':
      return { do: what, isOlder: random.chance(0.7) }
    default:
      return { do: what }
  }
}

/** Most of it happens in office hours, and some at night and during the release. */
function instant(random: Random) {
  const day = START + DAY * Math.floor(DAYS * random.next())
  const hour = random.weighted({ day: 8, release: 2, night: 1 })
  if (hour === 'day') return day + HOUR + 8 * HOUR * random.next()
  return hour === 'release' ? day + HOUR + 20 * MINUTE * random.next() : day + 9 * HOUR + 15 * HOUR * random.next()
}

export function planOf(seed: number): Event[] {
  const random = seeded(`plan ${seed}`)
  const events = Array.from({ length: 40 + Math.floor(30 * random.next()) }, () => ({
    ...act(random),
    at: instant(random),
    phone: Math.floor(PHONES * random.next()),
  }))
  // What goes down comes up again before anybody gives up: a site that is not served for a day is no bad day but another.
  const mended = events.flatMap<Event>(event =>
    event.do === 'server' || event.do === 'death'
      ? [{ do: 'server', state: 'up', at: event.at + 3 * HOUR * random.next(), phone: 0 }]
      : [],
  )
  return [...events, ...mended].sort((a, b) => a.at - b.at)
}

export function told({ at, phone, ...event }: Event) {
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `${isoText(localMinute(at))}:${seconds} phone ${phone}: ${Object.values(event).join(' ')}`
}
