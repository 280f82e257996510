// Time of a simulation: nothing happens but what was planned, one thing after the other, and years pass in a second.

import { setImmediate as afterPromises } from 'node:timers/promises'

type Planned = { at: number; order: number; work: () => unknown }

export class Timeline {
  now: number
  private order = 0
  private readonly planned = new Set<Planned>()

  constructor(start: number) {
    this.now = start
  }

  /** Plans work; returns how to cancel it. What is planned for the same instant happens in the order of planning. */
  in(milliseconds: number, work: () => unknown) {
    const one = { at: this.now + Math.max(0, milliseconds), order: this.order++, work }
    this.planned.add(one)
    return () => void this.planned.delete(one)
  }

  /** Resolves when so much time has passed. */
  pause = (milliseconds: number) => new Promise<void>(resolve => this.in(milliseconds, resolve))

  /** Lets time pass, and whatever is planned happen. */
  async runUntil(end: number) {
    // What was done before has promises of its own to settle.
    await afterPromises()
    for (;;) {
      const next = this.next()
      if (!next || next.at > end) break
      this.planned.delete(next)
      this.now = Math.max(this.now, next.at)
      await next.work()
      await afterPromises()
    }
    this.now = end
  }

  private next() {
    let next: Planned | undefined
    for (const one of this.planned) {
      if (!next || one.at < next.at || (one.at === next.at && one.order < next.order)) next = one
    }
    return next
  }
}
