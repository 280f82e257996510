/** The rules of docs/publication.md: replays what was told beside the model of what citizens did, and compares. */

import { AnswerPool } from './answer-pool.ts'
import type { History, Question, VoidedBy } from './arbitraries.ts'
import { type Call, callsOf } from './calls.ts'
import { chainFault } from './chain.ts'
import { mustSayTheSame } from './consistency.ts'
import { must, mustLeaveNothing, rungOf, same } from './ladder-rules.ts'
import { Model, peopleOf, type Rating } from './model.ts'
import { answer, type Batch, coverage, type PublicView, series, standing, withMonths } from './public-view.ts'
import { countsOf, PublishedCounts, totalsOf, totalsRead } from './published-counts.ts'
import type { Told } from './replay.ts'
import { isoDay, localDay, offices } from './sample-province.ts'

/** It takes an auditor and a coordinator, and two people. */
const outcomes: Record<VoidedBy, string> = {
  two: 'voided',
  coordinator_first: 'voided',
  same_person: 'void_needs_another_person',
  same_role: 'void_needs_other_role',
  withdrawn: 'void_decided_already',
}

export type Seen = {
  batches: number
  voided: number
  late: number
  rungs: number[]
  answers: number
  releases: number
  groups: number
}

class Audit {
  readonly seen: Seen = { batches: 0, voided: 0, late: 0, rungs: [], answers: 0, releases: 0, groups: 0 }
  private readonly model = new Model()
  private readonly members = new Map<number, Rating[]>()
  private view: PublicView
  /** Which answers at which moments covered a batch: ratings that no answer tells apart share one. */
  private readonly signatures = new Map<number, string[]>()
  private run = { day: '', through: '' }
  private readonly counts: PublishedCounts
  private readonly pool = new AnswerPool()

  private readonly history: History

  constructor(history: History, opened: PublicView) {
    this.history = history
    this.view = opened
    this.counts = new PublishedCounts(history.k)
  }

  follow(call: Call, told: Told) {
    if (call.do === 'release') {
      this.followRelease(call.at, told)
    } else if (call.do === 'void') {
      this.followVoid(told, call.by)
    } else {
      const expected = this.model.expect(call)
      must(told.said === expected, `${call.do} was answered ${told.said} instead of ${expected}`)
      this.seen.late += expected === 'too_late' ? 1 : 0
    }
    if (told.view) {
      must(told.quiet === true, 'a public answer changed between releases')
      this.mustBeHonest(this.view, told.view)
      this.view = told.view
    }
  }

  private followRelease(at: number, told: Told) {
    must(told.said === 'released' && told.view !== undefined, `the release failed: ${told.said}`)
    this.seen.releases += 1
    const fresh = (told.view as PublicView).batches.slice(this.view.batches.length)
    const joined = Map.groupBy(told.joined ?? [], ([, number]) => number)
    must(
      same(
        [...joined.keys()],
        fresh.map(b => b.number),
      ),
      'a rating moved into, out of or between batches',
    )
    for (const batch of fresh) {
      const members = (joined.get(batch.number) ?? []).map(([id]) => this.model.ratings.get(id) as Rating)
      this.seen.rungs.push(rungOf(batch, members, this.model, at, this.history.k))
      for (const member of members) {
        this.model.join(member, batch.number, at)
      }
      this.members.set(batch.number, members)
      this.pool.release(batch, members)
    }
    this.seen.batches += fresh.length
    this.followProgress(at, told)
  }

  /** A release goes through the offices in the order of their codes, perhaps in several steps of one day. */
  private followProgress(at: number, told: Told) {
    const day = isoDay(localDay(at))
    const from = this.run.day === day ? this.run.through : ''
    for (const office of offices.filter(o => o > from && (told.done || o <= (told.through ?? '')))) {
      mustLeaveNothing(this.model.releasable(at), office, at, this.history.k)
    }
    this.run = told.done ? { day: '', through: '' } : { day, through: told.through ?? '' }
    if (told.done) {
      const view = told.view as PublicView
      const voided = new Set(view.batches.flatMap(b => b.voids ?? []))
      this.pool.mustPublish(view.groups.slice(this.view.groups.length), day, voided)
      this.seen.groups += view.groups.length - this.view.groups.length
      this.counts.recount([...this.model.ratings.values()], day)
      this.model.forget(at, this.history.retention)
      this.counts.forget(r => this.model.isForgotten(r))
    }
  }

  private followVoid(told: Told, by: VoidedBy) {
    const number = told.number ?? 0
    const batch = this.view.batches.find(b => b.number === number)
    const again = this.view.batches.some(b => b.voids === number)
    const expected = !batch || batch.voids !== null ? 'batch_unknown' : again ? 'batch_voided' : outcomes[by]
    must(told.said === expected, `void was answered ${told.said} instead of ${expected}`)
    const added = told.view?.batches.slice(this.view.batches.length) ?? []
    must(
      same(
        added.map(b => b.voids),
        expected === 'voided' ? [number] : [],
      ),
      'a void adds its reversal and nothing else',
    )
    this.seen.voided += added.length
  }

  private mustBeHonest(before: PublicView, after: PublicView) {
    this.mustNotIsolate(before, after)
    const kept = after.batches.slice(0, before.batches.length)
    must(JSON.stringify(kept) === JSON.stringify(before.batches), 'the ledger is append-only')
    must(chainFault(after) === undefined, `the hash of ${chainFault(after)} is wrong`)
    must(same(totalsRead(after.totals), totalsOf(after.batches)), 'the monthly totals are not sums of batches')
    const waiting = Object.entries(after.waiting)
    must(
      waiting.every(([office, n]) => n === this.counts.waiting(office)),
      `the waiting people shown are ${waiting}, not those of when the number last moved by k`,
    )
    const setAside = after.set_aside.map(s => `${s.office_code} ${s.quarter} ${s.reason} ${s.n}`)
    must(same(setAside, this.counts.setAside()), `set aside shows ${setAside}, not ${this.counts.setAside()}`)
    for (const [index, asked] of this.history.questions.entries()) {
      const question = withMonths(asked, after.settings)
      const rows = after.answers[index] ?? []
      const expected = countsOf(answer(after, question))
      must(same(countsOf(rows), expected), `${JSON.stringify(question)} is answered ${countsOf(rows)}, not ${expected}`)
      must(
        rows.every(r => r.rate === r.satisfied / r.n),
        'a rate is satisfied / n',
      )
      this.sign(after.batches, question)
    }
    mustSayTheSame(after, this.history)
  }

  private sign(batches: Batch[], question: Question) {
    for (const covered of coverage(batches, question).values()) {
      this.seen.answers += 1
      for (const batch of covered) {
        this.signatures.set(batch.number, [...(this.signatures.get(batch.number) ?? []), `${this.seen.answers}`])
      }
    }
  }

  /** What an attacker would try: subtract an answer from a wider one, and an answer of today from that of yesterday. */
  private mustNotIsolate(before: PublicView, after: PublicView) {
    // What a figure is a choice of: which of them it counts may change, and then it is about other whole batches.
    const total = (view: PublicView, index: number) =>
      (view.answers[index] ?? []).reduce((sum, row) => sum + (row.n_published ?? 0), 0)
    const { questions, k } = this.history
    // A series of proven ratings leaves out the months without any: its sum is of no more than its own rows.
    const isWhole = ({ by }: Question, index: number) =>
      !series.includes(by) || [before, after].every(view => view.answers[index]?.every(r => r.evidence !== 'visit'))
    const counted = questions.flatMap((question, index) =>
      question.by !== 'factor' && isWhole(question, index) ? [{ question, index }] : [],
    )
    for (const { question, index } of counted) {
      const change = Math.abs(total(after, index) - total(before, index))
      must(change === 0 || change >= k, `${JSON.stringify(question)} changed by ${change}, fewer than ${k}`)
      for (const wider of counted.filter(other => isWider(other.question, question))) {
        const rest = total(after, wider.index) - total(after, index)
        must(rest === 0 || rest >= k, `two answers differ by ${rest} people, fewer than ${k}`)
      }
    }
  }

  /** The smallest groups that all answers of the whole history together can tell apart. */
  end(told: Told) {
    must(told.quiet === true, 'a public answer changed after the last release')
    must((told.joined ?? []).length === 0, 'a rating moved between batches outside a release')
    const atoms = Map.groupBy(this.members, ([number]) => (this.signatures.get(number) ?? []).join())
    for (const atom of atoms.values()) {
      const members = atom.flatMap(([, ratings]) => ratings)
      must(peopleOf(members) >= this.history.k, `all answers together isolate ${peopleOf(members)} people`)
      // Somebody who sends without a device, by a kiosk's code or from one device knows their own ratings.
      const others = peopleOf(members.filter(r => !r.isAttacker))
      const own = peopleOf(members.filter(r => r.isAttacker))
      must(others >= this.history.k - own, `who sent as ${own} people tells ${others} others apart`)
    }
    const counted = [...this.model.ratings.values()].filter(r => r.state === 'counted')
    const n = this.view.batches.filter(b => b.voids === null).reduce((sum, b) => sum + b.n, 0)
    must(n === counted.length, `${n} are counted of ${counted.length} ratings in batches`)
    must(standing(this.view.batches).length === this.seen.batches - this.seen.voided, 'every batch is listed')
  }
}

const filters = ['office', 'procedure', 'field', 'channel', 'trust', 'from_month', 'to_month', 'headline'] as const

const isWider = (wider: Question, narrow: Question) =>
  wider !== narrow && filters.every(f => wider[f] === null || wider[f] === narrow[f])

/** Fails with the rule that a history broke. Answers with what there was to see. */
export function audit(history: History, told: Told[]): Seen {
  const calls = callsOf(history)
  const opened = told[0]?.view
  must(opened !== undefined && told.length === calls.length + 2, 'every call is answered')
  const following = new Audit(history, opened as PublicView)
  for (const [index, call] of calls.entries()) {
    following.follow(call, told[index + 1] as Told)
  }
  following.end(told[told.length - 1] as Told)
  return following.seen
}
