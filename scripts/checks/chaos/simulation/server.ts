// The server: real SQL, answers in the shape of the API, and everything that happens to a machine.

import type { PGlite } from '@electric-sql/pglite'
import { ask } from './database.ts'
import type { Timeline } from './timeline.ts'

export type Answer = { status: number; body: unknown; headers?: Record<string, string> }
type Called = { status?: number; body?: unknown; sqlstate?: string; message?: string }

export const html = (status: number): Answer => ({ status, body: undefined })
const refusal = (status: number, message: string, headers = {}): Answer => ({
  status,
  body: { code: `PT${status}`, message },
  headers,
})

/** The functions, and the field, that the version before this one does not have. */
const NEWER = ['add_details']
const NEWER_FIELD = 'language'

export class Server {
  state: 'up' | 'down' | 'busy' = 'up'
  /** Rolled back to the version before. */
  isOlder = false
  key = 0
  /** After so many more statements the process dies in one, before or after it has committed. */
  death: { after: number; when: 'before' | 'after' } | undefined
  /** What no kill explains. */
  readonly faults: string[] = []
  readonly db: PGlite
  readonly timeline: Timeline

  constructor(db: PGlite, timeline: Timeline) {
    this.db = db
    this.timeline = timeline
  }

  private get clock() {
    return new Date(this.timeline.now).toISOString()
  }

  private dies() {
    const { death } = this
    if (!death || death.after-- > 0) return undefined
    this.death = undefined
    this.state = 'down'
    return death.when
  }

  apiFile = (): Answer => (this.state === 'up' ? { status: 200, body: { key: `key-${this.key}` } } : html(502))

  /** Undefined when no answer comes. */
  async answer(fn: string, body: string, key: string): Promise<Answer | undefined> {
    if (this.state === 'down') return html(502)
    if (this.state === 'busy') return refusal(503, 'try_later', { 'retry-after': '30' })
    const headers = { date: new Date(this.timeline.now).toUTCString() }
    if (key !== `key-${this.key}`) return refusal(401, 'key_invalid', headers)
    if (this.isOlder && NEWER.includes(fn)) return { status: 404, body: { code: 'PGRST202', message: 'not found' } }
    if (this.isOlder && NEWER_FIELD in JSON.parse(body)) return refusal(400, 'field_unknown', headers)
    const dies = this.dies()
    const called = await ask<Called>(this.db, 'simulation.call($1, $2, $3, $4)', [
      fn,
      body,
      this.clock,
      dies === 'before',
    ])
    if (dies) return undefined
    if (called.status) return { status: called.status, body: called.body, headers }
    const [, status] = /^PT(\d{3})$/.exec(called.sqlstate ?? '') ?? []
    if (status) return refusal(Number(status), called.message ?? '', headers)
    this.faults.push(`${fn} failed: ${called.sqlstate} ${called.message}`)
    return html(500)
  }

  /** What the schedule does every minute. Answers with the day of the last release. */
  async release(): Promise<string | undefined> {
    if (this.state === 'down') return undefined
    const dies = this.dies()
    const { last, sqlstate, message } = await ask<{ last?: string } & Called>(this.db, 'simulation.release($1, $2)', [
      this.clock,
      dies === 'before',
    ])
    if (sqlstate && !dies) this.faults.push(`a release failed: ${sqlstate} ${message}`)
    return last
  }
}
