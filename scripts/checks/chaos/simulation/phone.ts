// A phone: a disk that outlives its pages, a clock that may be years off, and pages that are opened and killed.

import type { RatingCall } from '../../../../src/data/ratings.ts'
import type { Outbox } from '../../../../src/rate/outbox/outbox.ts'
import type { Store } from '../../../../src/rate/outbox/storage/store.ts'
import type { Random } from '../../../demo/random.ts'
import type { App } from './app.ts'
import { type Signal, senders } from './network.ts'
import type { Timeline } from './timeline.ts'

/** The script that judges refusals comes so much later than the page, in milliseconds. */
const LATER_SCRIPT = 3_000

export type Heard = (call: RatingCall, refused: string | undefined) => void

/** A page with its outbox. `isAlive` false: it does nothing more. */
export type Page = { isAlive: boolean; outbox: Outbox }

export class Phone {
  signal: Signal = 'fine'
  /** How far its clock is ahead. */
  offset = 0
  page: Page | undefined
  private readonly rows: Store
  private holder: object | undefined
  private readonly app: App
  private readonly timeline: Timeline
  private readonly random: Random
  private readonly heard: Heard

  constructor(app: App, timeline: Timeline, random: Random, heard: Heard) {
    this.app = app
    this.timeline = timeline
    this.random = random
    this.heard = heard
    this.rows = app.memoryStore()
  }

  now = () => this.timeline.now + this.offset

  kill(page = this.page) {
    if (page) page.isAlive = false
    if (this.page === page) this.page = undefined
    if (this.holder === page) this.holder = undefined
  }

  /** Opens a page; one that is open stays so in another tab. */
  open(): Page {
    const page = { isAlive: true } as Page
    const { now, timeline } = this
    const [opened, start] = [now(), timeline.now]
    const isAlive = () => page.isAlive
    const sender = { signal: () => this.signal, isAlive }
    const send = (call: RatingCall) =>
      senders.run(sender, () =>
        this.app.sendRating(call).then(
          state => {
            this.heard(call, undefined)
            return state
          },
          error => {
            this.heard(call, String((error as { key?: unknown }).key))
            throw error
          },
        ),
      )
    page.outbox = new this.app.Outbox(Promise.resolve(this.disk(page)), send, {
      now,
      page: () => ({ opened, now: opened + timeline.now - start }),
      random: this.random.next,
      later: (work, milliseconds) =>
        timeline.in(milliseconds, () => {
          // Time does not wait for what it starts: that waits for time.
          if (isAlive()) void work()
        }),
    })
    timeline.in(LATER_SCRIPT, () => {
      page.outbox.judge = this.app.judgeRefusal
      if (isAlive()) void page.outbox.wake()
    })
    this.page = page
    return page
  }

  /** The disk as a page has it: each access takes a moment, in which the page may be killed. */
  private disk(page: Page): Store {
    const { rows } = this
    const access = async <T>(work: () => Promise<T>): Promise<T> => {
      await this.timeline.pause(2 + 40 * this.random.next())
      return page.isAlive ? work() : new Promise<never>(() => {})
    }
    const isMine = () => page.isAlive && this.holder === page
    return {
      all: table => access(() => rows.all(table)),
      write: (puts, removals) => access(() => rows.write(puts, removals)),
      replace: call =>
        access(async () => {
          if ((await rows.all('calls')).some(({ seq }) => seq === call.seq)) await rows.write({ calls: [call] })
        }),
      alone: async work => {
        if (this.holder && this.holder !== page) return false
        this.holder = page
        try {
          await work(isMine)
        } finally {
          if (isMine()) this.holder = undefined
        }
        return true
      },
    }
  }

  /** What waits to be sent. */
  waiting = async () => (await this.rows.all('calls')).length

  outcomes = () => this.rows.all('outcomes')
}
