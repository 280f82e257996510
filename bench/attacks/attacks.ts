/** What each attacker sends beside the honest, and what it takes. */

import { seeded } from '../../scripts/demo/random.ts'
import { type Counter, counters, instantOf, isWorkday, procedureCodes, type Request } from './commune.ts'

export type Attack = {
  name: string
  /** What it takes. */
  price: string
  /** Whether it needs codes of slips, or to make them: only such an attack may move the rate of visits. */
  hasCodes?: boolean
  /** Whether it is one device or one program, which may move no published rate by more than half a point. */
  isOneSender?: boolean
  /** The requests of everybody: the honest ones, which an attacker may also keep away, and their own. */
  send: (honest: Request[], days: number) => Request[]
}

const desks = counters.filter(({ channel }) => channel === 'counter').map(({ code }) => code)
const posters = counters.filter(({ kind }) => kind === 'poster').map(({ code }) => code)
const at = <T>(items: readonly T[], i: number) => items[i % items.length] as T
const device = (who: string, n: number) => `${who}-device-${String(n).padStart(8, '0')}`
const MINUTE = 1 / 60

function fake(dayNumber: number, hours: number, changes: Partial<Request>): Request {
  const when = Math.round(instantOf(dayNumber, hours))
  const none = { procedure: null, visit: null, device: null }
  return { at: when, score: 1, counter: 'AAAAA1', ...none, isHonest: false, ...changes }
}

const many = (n: number, make: (i: number) => Request) => Array.from({ length: n }, (_, i) => make(i))
const beside = (make: (days: number, honest: Request[]) => Request[]) => (honest: Request[], days: number) => [
  ...honest,
  ...make(days, honest),
]
const workdays = (days: number) => Array.from({ length: days }, (_, day) => day).filter(isWorkday)

/** So many a working day, one after the other through the hours, each by the next counter. */
const drip = (days: number, aDay: number, change: (i: number) => Partial<Request>) =>
  workdays(days).flatMap((day, nth) =>
    many(aDay, i => fake(day, 7.5 + (9 * i) / aDay, { counter: at(posters, i) as Counter, ...change(nth * aDay + i) })),
  )

export const attacks: Attack[] = [
  {
    name: 'one phone, 1,000 times in a day at one counter',
    price: '1 phone, 8 h of tapping',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 7.5 + (8 * i) / 1000, { device: device('own', 0) }))),
  },
  {
    name: 'one phone, 1,000 times, over all days and counters',
    price: '1 phone, a few minutes a day',
    isOneSender: true,
    send: beside(days => drip(days, Math.ceil(1000 / workdays(days).length), () => ({ device: device('own', 0) }))),
  },
  {
    name: 'the same, its storage cleared each time, in a day',
    price: '1 phone, 8 h of tapping',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 7.5 + (8 * i) / 1000, { device: device('own', i) }))),
  },
  {
    name: 'a program that names no device, 1,000 in a minute',
    price: 'a program, a minute',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 10 + (MINUTE * i) / 1000, {}))),
  },
  {
    name: 'a program with random devices, 1,000 at night',
    price: 'a program, a minute',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 23 + (MINUTE * i) / 1000, { device: device('bot', i) }))),
  },
  {
    name: 'a program with random devices, 1,000 at ten in the morning',
    price: 'a program, a minute',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 10 + (MINUTE * i) / 1000, { device: device('bot', i) }))),
  },
  {
    name: 'the same at night, with invented hours of tapping',
    price: 'a program, a minute',
    isOneSender: true,
    send: beside(days =>
      many(1000, i => {
        const day = at(workdays(days), 10 + (i % 5))
        const made = Math.round(instantOf(day - 7, 7.5 + ((i * 37) % 540) / 60))
        return fake(day, 23, { made, device: device('bot', i) })
      }),
    ),
  },
  {
    name: 'a program that says it is the kiosk, 1,000 in ten minutes',
    price: 'a program, ten minutes',
    isOneSender: true,
    send: beside(() =>
      many(1000, i => fake(1, 10 + (10 * MINUTE * i) / 1000, { counter: 'AAAAA4', device: device('bot', 0) })),
    ),
  },
  {
    name: 'a program that taps at the paired kiosk, 1,000 in ten minutes',
    price: 'a program, ten minutes',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 10 + (10 * MINUTE * i) / 1000, { counter: 'AAAAA4', isOfKiosk: true }))),
  },
  {
    name: 'a slow drip, five a working day from invented devices',
    price: 'a program',
    isOneSender: true,
    send: beside(days => drip(days, 5, i => ({ device: device('bot', i) }))),
  },
  {
    name: '30 phones of a staff room in one evening, all counters',
    price: '30 phones, 1 h, 30 people keep silent',
    send: beside(() => staffRoom(19)),
  },
  {
    name: 'the same before closing time, in browsers that sign in',
    price: '30 phones, 1 h, 30 people keep silent',
    send: beside(() => staffRoom(15)),
  },
  {
    name: 'the same, by private phones',
    price: '30 phones, 1 h, 30 people keep silent',
    send: beside(() => staffRoom(15).map(request => ({ ...request, isStaff: false }))),
  },
  {
    name: 'a poster photographed, in a group of 500 in the evening',
    price: '500 phones, 3 h',
    send: beside(() => many(500, i => fake(1, 19 + (3 * i) / 500, { device: device('chat', i) }))),
  },
  {
    name: 'the link of the online service in a group of 500',
    price: '500 phones, 3 h',
    send: beside(() => many(500, i => fake(1, 19 + (3 * i) / 500, { counter: 'AAAAA5', device: device('chat', i) }))),
  },
  {
    name: 'every rating replayed ten times, as it was',
    price: 'what the phone sent, a program',
    isOneSender: true,
    send: beside((_, honest) =>
      honest.slice(0, 100).flatMap((request, i) =>
        many(10, n => ({
          ...request,
          made: request.at,
          at: request.at + 60_000 * (n + 1),
          repeats: i + 1,
          isHonest: false,
        })),
      ),
    ),
  },
  {
    name: 'spent codes tried again with another answer',
    price: '100 slips that were used',
    hasCodes: true,
    send: beside((_, honest) =>
      honest
        .filter(({ visit }) => visit !== null)
        .slice(0, 100)
        .map(request => ({ ...request, at: request.at + 60_000, score: 1, isHonest: false })),
    ),
  },
  {
    name: 'visit codes guessed, 1,000 tries',
    price: 'a program (see below for 10^7)',
    isOneSender: true,
    send: beside(() => many(1000, i => fake(1, 10 + i / 3600, { visit: `G${String(i * 7919).padStart(9, '0')}` }))),
  },
  {
    name: 'one visit code in a group of 500',
    price: '1 slip, 500 phones',
    hasCodes: true,
    send: beside(() =>
      many(500, i => fake(1, 9 + i / 500, { visit: 'V000099999', procedure: procedureCodes[0] as string })),
    ),
  },
  {
    name: 'codes for 200 dossiers that do not exist',
    price: 'an account that makes codes; the number is public',
    hasCodes: true,
    send: beside(days =>
      many(200, i =>
        fake(at(workdays(days), i), 8 + (i % 80) / 10, {
          score: 5,
          visit: `V1${String(i).padStart(8, '0')}`,
          procedure: at(procedureCodes, i % 5),
        }),
      ),
    ),
  },
  {
    name: 'a kiosk switched off whenever someone angry comes',
    price: '1 officer, who is seen doing it',
    send: honest => honest.filter(({ counter, visit, score }) => counter !== 'AAAAA4' || visit !== null || score > 2),
  },
  {
    name: 'walk-ins of procedures with unhappy visits, to make those batches mixed',
    price: 'a program that knows who was unhappy',
    isOneSender: true,
    send: beside((days, honest) => {
      const unhappy = honest.filter(({ visit, score }) => visit !== null && score < 4)
      return unhappy.flatMap((request, n) =>
        many(9, i =>
          fake(Math.min(days, 5 + Math.floor((request.at - instantOf(0, 0)) / 86_400_000)), 9 + i / 10, {
            score: 5,
            procedure: request.procedure,
            device: device(`mix${n}`, i),
          }),
        ),
      )
    }),
  },
]

/** Each of thirty phones twice at each desk, with five stars; their browsers sign in to the staff pages as well. */
function staffRoom(hours: number) {
  const random = seeded('staff room')
  return desks.flatMap(counter =>
    many(60, i =>
      fake(1, hours + random.next(), { counter, score: 5, device: device('staff', i % 30), isStaff: true }),
    ),
  )
}
