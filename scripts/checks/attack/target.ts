import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { v7 } from 'uuid'
import { toCrockford } from '../../../src/lib/crockford.ts'
import { addDays, localDay } from '../../../src/lib/dates/day.ts'
import { type Served, startServer } from '../test-server.ts'
import { changing, dataFolder, inCopy, onPglite, publishableKey, secretKey } from './folders.ts'
import type { Guard } from './guard.ts'
import { type Answer, type Asking, ask } from './http.ts'

/** A desk of an office, and a procedure that no other attack rates there: what comes together is this attack's alone. */
export type Place = { office: string; counter: string; online: string; kiosk: string; procedure: string }

type Counter = { code: string; office_code: string; kind: string; retired_on: string | null }

export const newReceipt = () => toCrockford(randomBytes(12))

/** A rating that is accepted, of somebody with a phone of their own. */
export const ratingAt = ({ counter, procedure }: Place, more: object = {}) => ({
  id: v7(),
  counter,
  procedure,
  score: 5,
  receipt: newReceipt(),
  device: randomUUID() as string | undefined,
  ...more,
})

/** So many of the same. */
export const times = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i))

/** The day after today in Việt Nam: only while ratings are made up may it be released. */
export const tomorrow = () => addDays(localDay(), 1)

const usual = (key: string) => ({ apikey: key, 'content-type': 'application/json' })

/** Everything about a server that an attacker may use: what anybody may, and what some insiders may. */
export class Target {
  folder: string
  #server: Served
  #preloaded: URL | undefined
  #places = new Map<string, Promise<Place[]>>()

  private constructor(folder: string, server: Served, preloaded: URL | undefined) {
    this.folder = folder
    this.#server = server
    this.#preloaded = preloaded
  }

  /** Starts a server in a folder of its own, or in the one given, without one guard if one is named. */
  static async start(guard?: Guard, given?: string) {
    const folder = given ?? (await dataFolder(guard))
    const preloaded = changing(guard?.edits)
    const server = await startServer(folder, ['--no-demo', '--no-build'], onPglite, preloaded)
    for (const { file } of guard?.edits ?? []) {
      if (!server.output().includes(`changed ${file}`)) throw new Error(`${file} was not loaded by the server`)
    }
    return new Target(folder, server, preloaded)
  }

  get url() {
    return this.#server.url
  }
  output = () => this.#server.output()
  end = (signal: NodeJS.Signals = 'SIGTERM') => this.#server.end(signal)
  async restart() {
    this.#server = await startServer(this.folder, ['--no-demo', '--no-build'], onPglite, this.#preloaded)
  }

  /** Goes on in another folder with the same data. */
  async move(folder: string) {
    await this.end()
    cpSync(this.folder, folder, { recursive: true })
    this.folder = folder
    await this.restart()
  }

  /** As a browser without a session. */
  ask = (path: string, asking: Asking = {}) =>
    ask(this.url, path, { ...asking, headers: { ...usual(publishableKey), ...asking.headers } })

  call = (name: string, args: unknown, headers: Record<string, string> = {}) =>
    this.ask(`/rest/v1/rpc/${name}`, { body: JSON.stringify(args), headers })

  rows = async (path: string, headers: Record<string, string> = {}) =>
    ((await this.ask(`/rest/v1/${path}`, { headers })).body ?? []) as Record<string, unknown>[]

  auth = (path: string, body: object, headers: Record<string, string> = {}) =>
    this.ask(`/auth/v1/${path}`, { body: JSON.stringify(body), headers })

  /** What the administrator does, and what must work: an attack that cannot be made proves nothing. */
  async admin(name: string, args: object) {
    return expected(await this.asAdmin(name, args), name).body
  }

  /** What the administrator is answered, also when it is refused. */
  asAdmin = (name: string, args: object) => this.call(name, args, { apikey: secretKey })

  /** Ratings that must be taken, one after the other. */
  async rate(ratings: object[]) {
    for (const rating of ratings) expected(await this.call('submit_rating', rating), 'submit_rating')
  }

  state = async (receipt: string) => (await this.call('receipt_state', { receipt })).body

  /** Tomorrow's release, or that of a later day. */
  async release(asOf = tomorrow()) {
    for (let done = false; !done; ) done = (await this.admin('release_ratings', { as_of: asOf })).done
  }

  batches = async (place: Place) => {
    const all = await this.rows(`batches?office_code=eq.${place.office}`)
    return all.filter(({ procedure_code }) => procedure_code === place.procedure)
  }

  async place(office = 'xa-hoi-an'): Promise<Place> {
    const places = this.#places.get(office) ?? this.#placesOf(office)
    this.#places.set(office, places)
    const place = (await places).pop()
    if (!place) throw new Error(`${office} has no procedure left that no attack has rated`)
    return place
  }

  async #counters(office: string) {
    const all = (await this.admin('office_counters', { office })) as Counter[]
    return all.filter(({ retired_on }) => !retired_on)
  }

  /** The codes of an office's desks, five at least. */
  posters = async (office: string) =>
    (await this.#counters(office)).filter(({ kind }) => kind === 'poster').map(({ code }) => code)

  async #placesOf(office: string) {
    const counters = await this.#counters(office)
    const offered = await this.rows(`offerings?office_code=eq.${office}&closed_on=is.null&order=procedure_code`)
    const code = (kind: string) => counters.find(counter => counter.kind === kind)?.code ?? ''
    const own = { office, counter: code('poster'), online: code('link'), kiosk: code('kiosk') }
    return offered.map(({ procedure_code }) => ({ ...own, procedure: String(procedure_code) }))
  }

  /** The codes that were mailed to an address so far: without a mail server they are printed. */
  codesFor = (email: string) =>
    this.output()
      .split(/^(?=To: )/m)
      .slice(1)
      .filter(mail => mail.includes(`To: ${email}\n`))
      .flatMap(mail => /code is: (\d{6})/.exec(mail)?.[1] ?? [])

  /** Orders a code and waits for it. */
  async orderCode(email: string) {
    const before = this.codesFor(email).length
    expected(await this.auth('otp', { email, create_user: true }), 'otp')
    for (let i = 0; i < 200; i += 1) {
      const code = this.codesFor(email)[before]
      if (code) return code
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error(`no code was mailed to ${email}`)
  }

  verify = (email: string, token: string) => this.auth('verify', { email, token, type: 'magiclink' })

  /** A new member, who has not signed in. */
  async member(role: string, office: string) {
    const email = `${role}-${randomUUID().slice(0, 8)}@example.org`
    const { id } = await this.admin('invite_member', { email, office, role })
    return { email, id: id as number }
  }

  /** A new member of staff, signed in. */
  async staff(role: string, office: string) {
    const { email, id } = await this.member(role, office)
    return { id, ...(await this.signedIn(email)) }
  }

  async signedIn(email: string) {
    const { body } = expected(await this.verify(email, await this.orderCode(email)), 'verify')
    const headers = { authorization: `Bearer ${body.access_token}` }
    expected(await this.call('staff_me', {}, headers), 'staff_me')
    return { email, headers, refreshToken: String(body.refresh_token) }
  }

  /** Looks as the owner of the database, in a copy of its files. */
  owner = <T>(work: (db: PGlite) => Promise<T>) => inCopy(this.folder, work)
}

/** The answer, which must not be a refusal. */
export function expected(answer: Answer, what: string) {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  return answer
}
