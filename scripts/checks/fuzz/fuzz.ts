// Asks a server what nobody should ask, many times, and collects what it did wrong.

import { crowding } from '../../../e2e/crowding.ts'
import { seeded } from '../../demo/random.ts'
import { memoryGrowth, memoryOf } from '../long-runs/memory.ts'
import { functionRequest, staffRequest } from './function-requests.ts'
import { judge, slowest } from './judge.ts'
import { pageRequest, signInRequest } from './other-requests.ts'
import { type Answered, sender } from './send.ts'
import type { Surface } from './surface.ts'
import { tableRequest } from './table-requests.ts'
import type { Asked } from './values.ts'

export type Options = {
  url: string
  key: string
  /** Of people who are signed in. */
  tokens: string[]
  /** Whether they are asked to do whatever their roles may; otherwise nothing may change. */
  mayWrite: boolean
  surface: Surface
  seed: string
  /** The number of the first, and of the one after the last. */
  from: number
  to: number
  pid?: number | undefined
  /** Stops after so many minutes, whatever is left. */
  minutes?: number | undefined
  onProgress?: (done: number, failures: number) => void
}

/** After how many requests memory is looked at, and after how many V8 has taken what it likes to have. */
const SAMPLE = 250
const warmUp = 20_000

export type Failure = { n: number; what: string; asked: Asked; answered: Answered }

/** What an auditor may write, and what would sign them out: asked without their token where nothing may change. */
const changing =
  /rpc\/(end_session|propose_void|confirm_void|withdraw_void|review_signal|invite_member|end_membership)\b/

/** The n-th request of a seed, but for the ids and instants of ratings, which are of now. */
export function requestOf({ surface, seed, key, tokens, mayWrite }: Options, n: number): Asked {
  const random = seeded(`${seed} ${n}`)
  const ofVisitors = { table: 40, callable: 45, staff: 0, signIn: 5, page: 10 }
  const kind = random.weighted(mayWrite ? { table: 20, callable: 5, staff: 75, signIn: 0, page: 0 } : ofVisitors)
  if (kind === 'page') return pageRequest(random)
  const make = { table: tableRequest, callable: functionRequest, staff: staffRequest, signIn: signInRequest }[kind]
  const asked = make(random, surface)
  const isStaff = kind !== 'signIn' && random.chance(mayWrite ? 0.95 : 0.2) && (mayWrite || !changing.test(asked.path))
  const own = { apikey: key, ...(isStaff && { authorization: `Bearer ${random.pick(tokens)}` }) }
  return { ...asked, headers: { ...own, ...asked.headers } }
}

/** Slow while others are answered says little: asked three times more, alone, and held against how busy the machine is. */
async function isSlow(send: (asked: Asked) => Promise<Answered>, asked: Asked) {
  for (let tries = 0; tries < 3; tries++) if ((await send(asked)).took < slowest * crowding()) return false
  return true
}

/** What valid calls have stored, to be compared with what is there afterwards. */
function accounts() {
  const ids = new Set<string>()
  let forms = 0
  return {
    note({ path, body }: Asked, { status, headers }: Answered) {
      if (/rpc\/submit_rating_form/.test(path) && /\/rated\.html/.test(`${headers.location}`)) forms += 1
      if (/rpc\/submit_rating(\?|$)/.test(path) && status === 200) ids.add(idIn(`${body}`))
    },
    stored: () => ids.size + forms,
  }
}

/** Of a key that stands twice the last holds, for Postgres as for JavaScript. */
const idIn = (body: string): string => String(JSON.parse(body.replace(/^\uFEFF/, '')).id).toLowerCase()

export async function fuzz(options: Options) {
  const send = sender(options.url)
  const complaintAbout = judge()
  const account = accounts()
  const failures: Failure[] = []
  const slow: [number, Asked, Answered][] = []
  const statuses: Record<number, number> = {}
  const samples: number[] = []
  let next = options.from
  let done = 0

  async function askOne(n: number) {
    const asked = requestOf(options, n)
    const answered = await send(asked)
    account.note(asked, answered)
    statuses[answered.status] = (statuses[answered.status] ?? 0) + 1
    const what = complaintAbout(asked, answered)
    if (what) failures.push({ n, what, asked, answered })
    else if (answered.took > slowest) slow.push([n, asked, answered])
    done += 1
    if (done % SAMPLE === 0) {
      const memory = options.pid && memoryOf(options.pid)
      if (memory) samples.push(memory)
      options.onProgress?.(done, failures.length)
    }
  }

  const end = Date.now() + (options.minutes ?? Number.POSITIVE_INFINITY) * 60_000
  const askers = Array.from({ length: 4 }, async () => {
    while (next < options.to && Date.now() < end) await askOne(next++)
  })
  await Promise.all(askers)
  for (const [n, asked, answered] of slow.slice(0, 200))
    if (await isSlow(send, asked))
      failures.push({
        n,
        what: `answered after ${Math.round(answered.took)} ms, and no sooner when asked alone`,
        asked,
        answered,
      })
  return {
    asked: done,
    failures,
    statuses,
    slowOnce: slow.length,
    memory: memoryGrowth(samples, Math.max(warmUp, done / 5) / SAMPLE),
    stored: account.stored(),
  }
}

/** A request so that a person can send it again. */
export function describe({ n, what, asked, answered }: Failure, seed: string) {
  const body = asked.body && (asked.body.length > 2_000 ? `${asked.body.subarray(0, 2_000)}…` : `${asked.body}`)
  return [
    `${what}: npm run test:fuzz -- --seed=${seed} --only=${n}`,
    `  ${asked.method} ${asked.path.slice(0, 2_000)}`,
    `  ${JSON.stringify({ ...asked.headers, authorization: asked.headers.authorization?.slice(0, 20) })}`,
    ...(body === undefined ? [] : [`  ${JSON.stringify(body)}`]),
    `  → ${answered.status} ${answered.text.slice(0, 300)}`,
  ].join('\n')
}
