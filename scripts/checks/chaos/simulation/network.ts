// What lies between a phone and the server.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Random } from '../../../demo/random.ts'
import { type Answer, html, type Server } from './server.ts'
import type { Timeline } from './timeline.ts'

export type Signal = 'fine' | 'weak' | 'none' | 'portal'

/** Who asks: a page, until it is killed. */
export type Sender = { signal: () => Signal; isAlive: () => boolean }

/** Whose code is running. */
export const senders = new AsyncLocalStorage<Sender>()

const fates = {
  fine: { arrives: 94, 'comes twice': 3, 'answer lost': 2, 'request lost': 1, 'too late': 0, slow: 0, gateway: 0 },
  weak: { arrives: 30, 'comes twice': 5, 'answer lost': 20, 'request lost': 20, 'too late': 8, slow: 10, gateway: 7 },
}
type Fate = keyof typeof fates.fine

/** Pages of a captive portal, JSON of one, and proxies: none of them has taken a rating. */
const strangers: Answer[] = [
  html(200),
  { status: 200, body: { ok: true } },
  { status: 200, body: { state: 'login', office: 'Wi-Fi' } },
  { status: 200, body: null },
  html(302),
  html(403),
  html(511),
  { status: 403, body: { code: 'blocked', message: 'device_blocked' } },
]
const gateways: Answer[] = [
  html(500),
  html(502),
  html(504),
  { status: 429, body: undefined, headers: { 'retry-after': '60' } },
]

/** How long a page waits for an answer. */
const PATIENCE = 20_000
const HOUR = 60 * 60_000
const lost = () => new TypeError('Failed to fetch')

/** As much of a Response as the app reads. */
const responseOf = ({ status, body, headers = {} }: Answer) => ({
  ok: status >= 200 && status < 300,
  status,
  headers: new Headers(headers),
  json: async () => {
    if (body === undefined) throw new SyntaxError('no JSON')
    return structuredClone(body)
  },
})

export class Network {
  private readonly timeline: Timeline
  private readonly server: Server
  private readonly random: Random
  /** Nothing is lost any more. */
  isGood = false

  constructor(timeline: Timeline, server: Server, random: Random) {
    this.timeline = timeline
    this.server = server
    this.random = random
  }

  /** In the place of the browser's fetch. */
  fetch = async (address: string, init: RequestInit = {}) => {
    const sender = senders.getStore()
    if (!sender) throw new Error('nobody asks')
    const answer = await this.ask(sender, address, init)
    // A page that was killed hears nothing more.
    return sender.isAlive() ? responseOf(answer) : new Promise<never>(() => {})
  }

  private async ask(sender: Sender, address: string, init: RequestInit): Promise<Answer> {
    const signal = this.isGood ? 'fine' : sender.signal()
    await this.timeline.pause(50 + 400 * this.random.next())
    if (signal === 'none') throw lost()
    if (signal === 'portal') return this.random.pick(strangers)
    const fate = this.isGood ? 'arrives' : this.random.weighted<Fate>(fates[signal])
    if (fate === 'gateway') return this.random.pick(gateways)
    if (fate === 'request lost') {
      await this.timeline.pause(PATIENCE)
      throw lost()
    }
    const send = () => this.deliver(address, init)
    const isSubmission = address.endsWith('/submit_rating')
    if (fate === 'too late' && isSubmission) {
      // The page has given up and sends it again; this one arrives all the same.
      this.timeline.in(PATIENCE + HOUR * this.random.next(), send)
      await this.timeline.pause(PATIENCE)
      throw lost()
    }
    if (fate === 'slow') await this.timeline.pause(PATIENCE * 0.9 * this.random.next())
    const answer = await send()
    if (fate === 'comes twice') {
      // A correction that came again after a newer one would undo it, and no proxy repeats one later than at once.
      if (isSubmission) this.timeline.in(HOUR * 30 * this.random.next(), send)
      else await send()
    }
    await this.timeline.pause(50 + 400 * this.random.next())
    if (fate === 'answer lost' || !answer) throw lost()
    return answer
  }

  private async deliver(address: string, init: RequestInit) {
    if (address.endsWith('/api.json')) return this.server.apiFile()
    const key = new Headers(init.headers).get('apikey') ?? ''
    return this.server.answer(address.split('/').at(-1) ?? '', String(init.body), key)
  }
}
