/** Turns a random history into calls with instants and request bodies, in the order of time. */
import type { Act, Details, History, Question, VoidedBy } from './arbitraries.ts'
import { type Counter, counters, isoDay, localDay, morningOf, procedures } from './sample-province.ts'

/** One person, as the request body names them. */
export type Person = { id: string; receipt: string; score: number; made: number; device: string | null }

export type RateCall = {
  do: 'rate'
  at: number
  person: Person
  /** Whoever came right behind and answered the same. Their rows are copied, which is ten times as fast. */
  behind: Person[]
  counter: Counter
  procedure: string | null
  visit: string | null
  details: Details | null
  /** By a paired kiosk, whose key signed it. */
  proven: boolean
}
export type Call =
  | RateCall
  | { do: 'correct'; at: number; receipt: string; score?: number; procedure?: string | null }
  | { do: 'detail'; at: number; receipt: string; details: Details }
  | { do: 'withdraw'; at: number; receipt: string }
  | { do: 'release'; at: number; step: boolean }
  | { do: 'void'; which: number; by: VoidedBy }

const minute = 60_000
const day = 24 * 60 * minute
const start = Date.UTC(2026, 0, 5, 1)

const crockford = (n: number, length: number) => n.toString(10).padStart(length, '0')

function uuidV7(made: number, serial: number) {
  const time = made.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${serial.toString(16).padStart(12, '0')}`
}

class Planner {
  calls: Call[] = []
  private now = start
  private serial = 0
  private rates: RateCall[] = []
  private people: Person[] = []
  private readonly history: History

  constructor(history: History) {
    this.history = history
  }

  private newPerson(made: number, { score, device }: { score: number; device: string | null }): Person {
    this.serial += 1
    const phone = device === 'none' ? null : (device ?? `phone-${crockford(this.serial, 12)}`)
    const person = { id: uuidV7(made, this.serial), receipt: crockford(this.serial, 12), score, made, device: phone }
    this.people.push(person)
    return person
  }

  private rate(act: Extract<Act, { do: 'rate' }>) {
    const at = this.now
    const person = this.newPerson(at - act.offline * day, act)
    const spent = act.visit === 'spent' ? this.rates.findLast(r => r.visit !== null) : undefined
    const counter = spent?.counter ?? (counters[act.counter % this.history.spread] as Counter)
    const call: RateCall = {
      do: 'rate',
      at,
      person,
      behind: [],
      counter,
      procedure: spent ? spent.procedure : ([null, ...procedures][act.procedure % this.history.kinds] ?? null),
      visit: act.visit === 'none' ? null : (spent?.visit ?? crockford(this.serial, 10)),
      details: act.details,
      proven: act.proven && act.visit === 'none' && counter.kind === 'kiosk',
    }
    // A device is one person, and a spent code lets in nobody who could have someone behind them.
    const isOneDevice = act.device !== null && act.device !== 'none'
    const alone = isOneDevice || act.visit === 'spent' || act.offline > 0
    for (let i = 1; i < act.people && !alone; i++) {
      this.now += 1
      call.behind.push(this.newPerson(this.now, { ...act, score: ((act.score + i - 1) % 5) + 1 }))
    }
    this.rates.push(call)
    this.calls.push(call)
  }

  private again(act: Extract<Act, { do: 'again' }>) {
    const first = this.rates[act.which % Math.max(1, this.rates.length)]
    if (!first) {
      return
    }
    const receipt = act.forged ? crockford(900_000 + this.calls.length, 12) : first.person.receipt
    this.calls.push({ ...first, at: this.now, behind: [], details: null, person: { ...first.person, receipt } })
  }

  private release(act: Extract<Act, { do: 'release' }>) {
    this.now = act.days === 0 ? this.now : Math.max(this.now, morningOf(localDay(this.now) + act.days))
    this.calls.push({ do: 'release', at: this.now, step: act.step })
  }

  add(act: Act) {
    this.now += 'wait' in act ? act.wait * minute : minute
    if (act.do === 'rate') {
      this.rate(act)
    } else if (act.do === 'again') {
      this.again(act)
    } else if (act.do === 'release') {
      this.release(act)
    } else if (act.do === 'void') {
      this.calls.push(act)
    } else if (this.people.length > 0) {
      const { which, wait: _, ...rest } = act
      const receipt = (this.people[which % this.people.length] as Person).receipt
      this.calls.push({ ...rest, at: this.now, receipt })
    }
  }
}

export function callsOf(history: History): Call[] {
  const planner = new Planner(history)
  const acts = history.acts.filter(act => act !== null)
  for (const act of [...acts, { do: 'release', days: history.closing, step: false } as const]) {
    planner.add(act)
  }
  return planner.calls
}

const instant = (at: number) => new Date(at).toISOString()

/** A call as the database's replay function reads it. */
export function toRequest(call: Call): object {
  switch (call.do) {
    case 'rate': {
      const { person, counter, visit, procedure } = call
      const body = {
        id: person.id,
        receipt: person.receipt,
        score: person.score,
        counter: visit === null ? counter.code : null,
        visit,
        ...(procedure !== null && visit === null && { procedure }),
        ...(person.device !== null && { device: person.device }),
        language: 'vi',
      }
      const issue = visit === null ? null : { visit, office: counter.serving, procedure, channel: counter.channel }
      return { ...call, at: instant(call.at), body, issue }
    }
    case 'correct':
    case 'withdraw':
    case 'detail': {
      const { do: _, at: __, ...body } = call
      return { do: call.do, at: instant(call.at), body }
    }
    case 'release':
      return { ...call, at: instant(call.at) }
    default:
      return call
  }
}

/** One line a call, for whoever reads a counterexample. */
export function describe(history: History): string[] {
  const lines = callsOf(history).map(call => {
    const { do: verb, ...rest } = call
    const when = 'at' in call ? `${isoDay(localDay(call.at))} ${instant(call.at + 7 * 60 * minute).slice(11, 16)} ` : ''
    if (call.do === 'rate') {
      const { counter, procedure, visit, behind, person } = call
      const way = `${counter.serving}/${counter.channel}/${visit ? 'visit' : call.proven ? 'on_site' : 'walk_in'}/${procedure ?? '-'}`
      return `${when}rate ${1 + behind.length}x ${way} score ${person.score}${person.device ? '' : ' no device'}${person.device?.startsWith('device') ? ' one device' : ''}`
    }
    const { at: _, ...detail } = rest as Record<string, unknown>
    return `${when}${verb} ${JSON.stringify(detail)}`
  })
  return [`k=${history.k} ${questionsOf(history.questions)}`, ...lines]
}

const questionsOf = (questions: Question[]) =>
  questions.map(q => `[${Object.entries(q).flatMap(([name, v]) => (v === null ? [] : `${name}=${v}`))}]`).join(' ')
