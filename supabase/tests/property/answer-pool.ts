/** The rule of docs/publication.md: which groups of optional answers must come out at the end of a quarter. */

import { must, same } from './ladder-rules.ts'
import { answersOf, type Rating } from './model.ts'
import type { AnswerGroup, Batch } from './public-view.ts'
import { parentOf } from './sample-province.ts'

const LEAST_PEOPLE = 20
const LEAST_OF_AN_ANSWER = 3

type Given = {
  batch: number
  /** Quarters since the year 0. */
  quarter: number
  office: string
  procedure: string | null
  field: string | null
  question: string
  answers: string[]
  isFirst: boolean
}

const quarterOf = (day: string) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
const dayOf = (quarter: number) => `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`

const levels: ((g: Given) => (string | null)[] | null)[] = [
  g => (g.procedure && g.field ? [g.office, g.procedure, g.field] : null),
  g => (g.field ? [g.office, null, g.field] : null),
  g => [g.office, null, null],
]

const times = (given: Given[]) =>
  Map.groupBy(
    given.flatMap(g => g.answers),
    answer => answer,
  )

/** Twenty people, and each answer by three of them. */
function isSafe(given: Given[]) {
  const people = given.filter(g => g.isFirst)
  const counted = times(people)
  return (
    people.length >= LEAST_PEOPLE &&
    [...times(given).keys()].every(answer => (counted.get(answer)?.length ?? 0) >= LEAST_OF_AN_ANSWER)
  )
}

const describe = (keys: (string | null)[], question: string, given: Given[], quarter: string) =>
  [quarter, ...keys, question, given.length, ...[...times(given)].map(([a, all]) => `${a} ${all.length}`).sort()].join(
    '/',
  )

const shown = (g: AnswerGroup) =>
  [g.quarter, g.office_code, g.procedure_code, g.field_code, g.question, g.n]
    .concat(
      Object.entries(g.answers)
        .map(([answer, n]) => `${answer} ${n}`)
        .sort(),
    )
    .join('/')

export class AnswerPool {
  private given: Given[] = []
  private grouped = 0

  release(batch: Batch, members: Rating[]) {
    const met = new Set<string | null>()
    for (const member of [...members].sort((a, b) => (a.receiptHash < b.receiptHash ? -1 : 1))) {
      const isFirst = !met.has(member.sender)
      met.add(member.sender)
      const keys = { office: batch.office_code, procedure: batch.procedure_code, field: batch.field_code }
      const about = { ...keys, batch: batch.number, quarter: quarterOf(batch.released_on), isFirst }
      this.given.push(...answersOf(member.details).map(({ question, answers }) => ({ ...about, question, answers })))
    }
  }

  /** Takes what a release of a day must publish, and compares. */
  mustPublish(groups: AnswerGroup[], day: string, voided: Set<number>) {
    const now = quarterOf(day)
    const expected = now - 1 > this.grouped ? this.take(now, voided) : []
    must(same(groups.map(shown), expected), `groups ${groups.map(shown)} come out, not ${expected}`)
    for (const { n, answers, position } of groups) {
      must(n >= LEAST_PEOPLE, `group ${position} has ${n} answers`)
      must(
        Object.values(answers).every(of => of >= LEAST_OF_AN_ANSWER),
        `group ${position} tells on ${JSON.stringify(answers)}`,
      )
    }
  }

  private take(now: number, voided: Set<number>) {
    this.grouped = now - 1
    this.given = this.given.filter(g => !voided.has(g.batch))
    for (const g of this.given.filter(old => old.quarter <= now - 5 && parentOf(old.office))) {
      Object.assign(g, { office: parentOf(g.office), procedure: null, field: null })
    }
    return levels.flatMap(keysOf => this.takeLevel(keysOf, now))
  }

  private takeLevel(keysOf: (g: Given) => (string | null)[] | null, now: number) {
    const candidates = this.given.filter(g => g.quarter < now && keysOf(g))
    const groups = Map.groupBy(candidates, g => JSON.stringify([...(keysOf(g) ?? []), g.question]))
    const safe = [...groups.values()].filter(isSafe)
    const taken = new Set(safe.flat())
    this.given = this.given.filter(g => !taken.has(g))
    return safe.map(given => {
      const [first] = given as [Given]
      return describe(keysOf(first) ?? [], first.question, given, dayOf(now - 1))
    })
  }
}
