// Phones of citizens, with the app's own outbox: it keeps a rating until it has been answered, and leaves a server alone for
// as long as that asks.

import { join } from 'node:path'
import { runnerImport } from 'vite'
import type { RatingCall } from '../../../src/data/ratings.ts'
import { root } from '../../bootstrap.js'
import { seeded } from '../../demo/random.ts'

type Outboxes = typeof import('../../../src/rate/outbox/outbox.ts')
type Judges = typeof import('../../../src/rate/outbox/judge-refusal.ts')
type Ratings = typeof import('../../../src/data/ratings.ts')
type Ids = typeof import('../../../src/lib/uuid.ts')

/** The app's modules as its build would have them, with the API at this address. */
async function appOf(url: string, key: string) {
  const define = {
    'import.meta.env.VITE_SUPABASE_URL': JSON.stringify(url),
    'import.meta.env.VITE_SUPABASE_ANON_KEY': JSON.stringify(key),
  }
  const load = async <Module>(path: string) =>
    (await runnerImport<Module>(join(root, 'src', path), { root, configFile: false, logLevel: 'error', define })).module
  return {
    ...(await load<Outboxes>('rate/outbox/outbox.ts')),
    ...(await load<Judges>('rate/outbox/judge-refusal.ts')),
    ...(await load<Ratings>('data/ratings.ts')),
    ...(await load<Ids>('lib/uuid.ts')),
  }
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type Made = { id: string; receipt: string; score: number }

export type Crowd = {
  /** Every rating that somebody has tapped. */
  made: Made[]
  /** The ids of those that the server has answered for. */
  acknowledged: Set<string>
  /** Somebody taps. */
  tap: () => void
  /** How many have no answer yet. */
  waiting: () => number
  /** How many were refused for good. */
  refused: () => Promise<number>
  wake: () => void
}

/** `pace`: how long a second of a phone's pauses takes. */
export async function crowdOf(phones: number, url: string, key: string, pace: number): Promise<Crowd> {
  const { Outbox, judgeRefusal, sendRating, uuidV7 } = await appOf(url, key)
  const random = seeded('phones')
  const made: Made[] = []
  const acknowledged = new Set<string>()
  const send = async (call: RatingCall) => {
    const state = await sendRating(call)
    if (call.fn === 'submit_rating') acknowledged.add(call.args.id)
    return state
  }
  // Every other one comes again far too soon, so that some are always just sending when the disk fills up.
  const environmentOf = (phone: number) => ({
    now: () => Date.now(),
    random: random.next,
    later(work: () => void, milliseconds: number) {
      const timer = setTimeout(work, phone % 2 ? Math.min(500, milliseconds) : milliseconds * pace)
      return () => clearTimeout(timer)
    },
  })
  const outboxes = Array.from(
    { length: phones },
    // Without a disk of their own they keep what waits in memory.
    (_, phone) => new Outbox(Promise.reject(new Error('no disk')), send, environmentOf(phone), judgeRefusal),
  )
  return {
    made,
    acknowledged,
    tap() {
      const score = (1 + Math.floor(random.next() * 5)) as 1 | 2 | 3 | 4 | 5
      const rating = { id: uuidV7(Date.now()), receipt: receiptOf(random.bytes(12)), score }
      made.push(rating)
      void random.pick(outboxes).post({ fn: 'submit_rating', args: { ...rating, counter: '8K93N9' } })
    },
    waiting: () => made.length - acknowledged.size,
    async refused() {
      const tallies = await Promise.all(outboxes.map(outbox => outbox.tallies()))
      return tallies.flat().reduce((sum, { n }) => sum + n, 0)
    },
    wake: () => {
      for (const outbox of outboxes) void outbox.wake()
    },
  }
}

const receiptOf = (bytes: Uint8Array) => [...bytes].map(byte => crockford[byte % 32]).join('')
