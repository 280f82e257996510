/** Honest people who look like a flood: how many of them the rules set aside. */

import { seeded } from '../../scripts/demo/random.ts'
import { counters, instantOf, type Request } from './commune.ts'
import { honestRequest } from './honest.ts'

export type Crowd = { name: string; send: () => Request[] }

/** Somebody without a code, otherwise as people are. */
function walkIn(day: number, hours: number, serial: number, changes: Partial<Request> = {}): Request {
  const random = seeded(`crowd ${serial}`)
  return {
    ...honestRequest(day, random, serial),
    visit: null,
    counter: 'AAAAA1',
    device: `phone-of-person-${String(serial).padStart(6, '0')}`,
    at: Math.round(instantOf(day, hours)),
    ...changes,
  }
}
const many = (n: number, make: (i: number) => Request) => Array.from({ length: n }, (_, i) => make(i))

export const crowds: Crowd[] = [
  {
    name: 'forty people in an hour behind one Wi-Fi, every working day of a month',
    send: () =>
      Array.from({ length: 22 }, (_, i) => i + 2 * Math.floor(i / 5)).flatMap((day, nth) =>
        many(40, i => walkIn(day, 8 + i / 40, 100 * nth + i, { score: i % 20 === 0 ? 3 : 5 })),
      ),
  },
  {
    name: 'a market day: a hundred people, no signal, all sent at six in the evening',
    send: () =>
      many(100, i => {
        const request = walkIn(2, 7.5 + (9 * i) / 100, i, {
          counter: (['AAAAA1', 'AAAAA2', 'AAAAA3'] as const)[i % 3] as Request['counter'],
        })
        return { ...request, made: request.at, at: Math.round(instantOf(2, 18 + i / 600)) }
      }),
  },
  {
    name: 'a kiosk without a signal for three days, forty taps a day',
    send: () =>
      many(120, i => {
        const request = walkIn(Math.floor(i / 40), 8 + (8 * (i % 40)) / 40, i, {
          counter: counters[3].code,
          device: null,
          isOfKiosk: true,
        })
        return { ...request, made: request.at, at: instantOf(2, 17) + i }
      }),
  },
  {
    name: 'families: a hundred couples on one phone each, in a month',
    send: () =>
      many(200, i =>
        walkIn(Math.floor(i / 10) + 2 * Math.floor(i / 50), 8 + (i % 10) / 2, i, {
          device: `phone-of-family-${1000 + Math.floor(i / 2)}`,
        }),
      ),
  },
  {
    name: 'families of three on one phone (beyond the limit on purpose)',
    send: () =>
      many(90, i =>
        walkIn(Math.floor(i / 10) % 5, 8 + (i % 10) / 2, i, { device: `phone-of-family-${1000 + Math.floor(i / 3)}` }),
      ),
  },
  {
    name: 'people who tap the poster of a desk at home, at eight in the evening (on purpose)',
    send: () => many(40, i => walkIn(2, 20 + i / 60, i)),
  },
]
