// One simulation: bad days from a seed, then good ones, then what must hold.

import type { PGlite } from '@electric-sql/pglite'
import type { ReceiptProof } from '../../../../src/lib/checkpoint/receipt-proof.ts'
import { localDay } from '../../../../src/lib/dates/day.ts'
import { seeded } from '../../../demo/random.ts'
import type { Guard } from '../guard.ts'
import type { App } from './app.ts'
import { ask, hashesOf, inTransaction, openDatabase } from './database.ts'
import { type Ledger, ledgerFaults, proofFaults, ratingFaults, type State, sumFaults } from './invariants.ts'
import { loadApp } from './load-app.ts'
import { Network, senders } from './network.ts'
import { People } from './people.ts'
import { Phone } from './phone.ts'
import { DAYS, type Event, PHONES, planOf, START } from './plan.ts'
import { Server } from './server.ts'
import { Timeline } from './timeline.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** In good conditions everything is sent by then: the longest pause is an hour. */
const UNTIL_SENT = 3 * HOUR
/** The schedule asks every minute; so often on one day is enough here. */
const ASKED = 12

export type Seen = { faults: string[]; ratings: number; batches: number; requests: number }
/** `broken`: what switches a guard of the database off for one seed. */
export type World = { db: PGlite; apps: App[]; broken: string; close: () => Promise<void> }

async function loadApps(guard?: Guard) {
  const apps: App[] = []
  for (let phone = 0; phone < PHONES; phone++) apps.push(await loadApp(guard?.edits))
  return apps
}

export async function openWorld(): Promise<World> {
  const db = await openDatabase()
  return { db, apps: await loadApps(), broken: '', close: () => db.close() }
}

/** The same world without a guard. */
export const switchOff = async (world: World, guard: Guard): Promise<World> => ({
  ...world,
  apps: guard.edits ? await loadApps(guard) : world.apps,
  broken: guard.sql ?? '',
})

class Simulation {
  readonly timeline = new Timeline(START)
  readonly server: Server
  readonly network: Network
  readonly people: People
  readonly phones: Phone[]
  readonly seen: Ledger[] = []
  private readonly db: PGlite
  private readonly apps: App[]
  private requests = 0

  constructor({ db, apps }: World, seed: number) {
    this.db = db
    this.apps = apps
    this.server = new Server(db, this.timeline)
    this.network = new Network(this.timeline, this.server, seeded(`network ${seed}`))
    this.people = new People(seeded(`people ${seed}`))
    this.phones = apps.map(
      (app, n) => new Phone(app, this.timeline, seeded(`phone ${n} of ${seed}`), this.people.heard),
    )
  }

  /** In the place of the browser's. */
  fetch = (address: string, init?: RequestInit) => {
    this.requests++
    return this.network.fetch(address, init)
  }

  /** A page that knows no key of an earlier simulation. */
  async learnKeys() {
    this.network.isGood = true
    for (const app of this.apps) {
      const args = { receipt: '000000000000' }
      const asked = senders.run({ signal: () => 'fine', isAlive: () => true }, () =>
        app.sendRating({ fn: 'withdraw_rating', args }).catch(() => undefined),
      )
      await this.timeline.runUntil(this.timeline.now + MINUTE)
      await asked
    }
    this.network.isGood = false
  }

  act(event: Event) {
    const { server } = this
    const phone = this.phones[event.phone] as Phone
    if (event.do === 'signal') phone.signal = event.signal
    else if (event.do === 'clock') phone.offset = event.offset
    else if (event.do === 'server') server.state = event.state
    else if (event.do === 'death') server.death = { after: event.after, when: event.when }
    else if (event.do === 'version') server.isOlder = event.isOlder
    else if (event.do === 'rotate') server.key++
    else if (event.do === 'kill') phone.kill()
    else {
      if (event.do === 'reload') phone.kill()
      const page = event.do === 'open' || !phone.page ? phone.open() : phone.page
      if (event.do === 'rate') void this.people.rate(phone, page, event)
      else if ('which' in event) void this.people.change(page, event)
      else void page.outbox.wake()
    }
  }

  /** The schedule of every day at eight, until the release of the day is done. */
  planReleases() {
    for (let day = 0; day <= DAYS; day++) {
      let isDone = false
      const today = localDay(START + day * DAY)
      for (let n = 0; n < ASKED; n++) {
        this.timeline.in(START + day * DAY + HOUR + n * MINUTE - this.timeline.now, async () => {
          if (isDone) return
          isDone = (await this.server.release()) === today
          if (isDone) this.seen.push(await ask<Ledger>(this.db, 'simulation.ledger()', []))
        })
      }
    }
  }

  /** Nothing is lost any more, everybody opens the page again, and the clocks stay as wrong as they are. */
  async becomeGood() {
    Object.assign(this.server, { state: 'up', isOlder: false, death: undefined })
    this.network.isGood = true
    for (const phone of this.phones) phone.open()
    await this.timeline.runUntil(this.timeline.now + UNTIL_SENT)
  }

  async judge(): Promise<Seen> {
    const tapped = [...this.people.tapped.values()]
    const [app] = this.apps as [App]
    const names = await hashesOf(
      this.db,
      tapped.map(({ receipt }) => receipt),
    )
    const state = await ask<State>(this.db, 'simulation.state($1)', [new Date(this.timeline.now).toISOString()])
    for (const row of state.ratings) row.receipt = names.get(row.receipt) ?? ''
    const waiting = await Promise.all(this.phones.map(phone => phone.waiting()))
    const counted = state.ratings.filter(({ batch }) => batch !== null)
    const proofs: string[] = []
    // A few: each is the same work, and a batch whose leaves are wrong is wrong for most.
    for (const { receipt, batch } of counted.slice(0, 3)) {
      const code = app.proofCode(receipt)
      const { body } = await ask<{ body: ReceiptProof }>(this.db, 'simulation.call($1, $2, $3, false)', [
        'receipt_proof',
        JSON.stringify([code]),
        new Date(this.timeline.now).toISOString(),
      ])
      proofs.push(...proofFaults(app, code, batch ?? 0, body))
    }
    const faults = [
      ...this.server.faults,
      ...waiting.filter(n => n > 0).map(n => `${n} calls wait for ever`),
      ...(state.midway ? ['a release has stopped half-way'] : []),
      ...ratingFaults(tapped, state.ratings),
      ...sumFaults(tapped, state),
      ...ledgerFaults(app, state, this.seen),
      ...proofs,
    ]
    return { faults, ratings: state.ratings.length, batches: state.batches.length, requests: this.requests }
  }
}

/** Plays the events of a seed, or some of them. */
export async function simulate(world: World, seed: number, events = planOf(seed)): Promise<Seen> {
  const before = globalThis.fetch
  const simulation = new Simulation(world, seed)
  globalThis.fetch = simulation.fetch as unknown as typeof fetch
  try {
    return await inTransaction(world.db, world.broken, async () => {
      await simulation.learnKeys()
      simulation.planReleases()
      for (const event of events)
        simulation.timeline.in(event.at - simulation.timeline.now, () => simulation.act(event))
      await simulation.timeline.runUntil(START + DAYS * DAY)
      await simulation.becomeGood()
      return await simulation.judge()
    })
  } finally {
    globalThis.fetch = before
  }
}

/** Fewer events that still go wrong: halves are left out, then quarters, down to single ones, for so many tries. */
export async function shrunk(world: World, seed: number, tries = 120) {
  let events = planOf(seed)
  for (let size = Math.ceil(events.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let from = 0; from < events.length; ) {
      if (tries-- <= 0) return events
      const fewer = events.toSpliced(from, size)
      const isStillWrong = (await simulate(world, seed, fewer)).faults.length > 0
      if (isStillWrong) events = fewer
      else from += size
    }
  }
  return events
}

/** The first seed from this one on that goes wrong, of so many. */
export async function firstFault(world: World, from: number, seeds: number) {
  for (let seed = from; seed < from + seeds; seed++) {
    const { faults } = await simulate(world, seed)
    if (faults.length > 0) return { seed, faults }
  }
  return undefined
}
