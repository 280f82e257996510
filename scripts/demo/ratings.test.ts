import { beforeAll, describe, expect, test } from 'vitest'
import { isCrockford } from '../../src/lib/crockford.ts'
import { addDays, localDay, localHour } from '../../src/lib/dates/day.ts'
import { communeProcedures, communes, counters, procedures, units } from '../build/reference-data.ts'
import { isWorkingDay } from './calendar.ts'
import { illustrativeDays } from './load.ts'
import type { IllustrativeRating } from './ratings.ts'

const asOf = new Date('2026-11-23T02:00:00Z')
const office = ({ body }: IllustrativeRating) => counters.find(c => c.code === body.counter)?.office_code ?? ''
const isSatisfied = ({ body }: IllustrativeRating) => body.score >= 4

let days: ReturnType<typeof illustrativeDays>
let ratings: IllustrativeRating[]
beforeAll(() => {
  days = illustrativeDays({ asOf })
  ratings = days.flatMap(day => day.ratings)
})

/** The limits of the rate, times 100 (Wilson 1927, 95 %). */
function interval(all: IllustrativeRating[]): [number, number] {
  const [n, rate, z] = [all.length, all.filter(isSatisfied).length / all.length, 1.959964]
  const middle = rate + (z * z) / (2 * n)
  const half = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))
  return [(100 * (middle - half)) / (1 + (z * z) / n), (100 * (middle + half)) / (1 + (z * z) / n)]
}

const at = (code: string) => ratings.filter(rating => office(rating) === code)
const about = (field: string) => {
  const codes = procedures.filter(p => p.field === field).map(p => p.code)
  return ratings.filter(rating => codes.includes(rating.body.procedure ?? ''))
}

describe('which days', () => {
  test('are all of the 18 months that end yesterday', () => {
    expect(days[0]?.day).toBe('2025-05-23')
    expect(days.at(-1)?.day).toBe('2026-11-22')
    for (const [i, { day }] of days.entries()) expect(day).toBe(addDays('2025-05-23', i))
  })

  test('have ratings: working days, and each rating on its own day, never after asOf', () => {
    for (const { day, ratings: ofDay } of days) {
      if (ofDay.length > 0) expect(isWorkingDay(day)).toBe(true)
      for (const rating of ofDay) expect(localDay(Date.parse(rating.at))).toBe(day)
      for (const rating of ofDay) expect(Date.parse(rating.at)).toBeLessThan(asOf.getTime())
    }
  })

  test('are busiest in the morning and quiet around Tết', () => {
    const hour = (rating: IllustrativeRating) => localHour(Date.parse(rating.at))
    expect(ratings.filter(r => hour(r) < 12).length).toBeGreaterThan(ratings.length / 2)
    const month = (prefix: string) => ratings.filter(r => r.at.startsWith(prefix)).length
    expect(month('2026-02')).toBeLessThan(month('2026-03') / 2)
  })
})

describe('the same seed', () => {
  test('gives the same ratings, and another seed others', () => {
    expect(illustrativeDays({ asOf, months: 2 })).toEqual(illustrativeDays({ asOf, months: 2 }))
    expect(illustrativeDays({ asOf, months: 2, seed: 'other' })).not.toEqual(illustrativeDays({ asOf, months: 2 }))
  })

  test('gives a day the same ratings whenever it is asked for, so that a load can go on tomorrow', () => {
    const tomorrow = illustrativeDays({ asOf: new Date(asOf.getTime() + 86_400_000), months: 1 })
    expect(tomorrow.slice(0, -1)).toEqual(days.slice(1 - tomorrow.length))
  })
})

describe('every rating', () => {
  test('has an id of its own, made at its instant, and a receipt of its own', () => {
    for (const { at, body } of ratings) {
      expect(body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(body.id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(at))
      expect(isCrockford(body.receipt, 12)).toBe(true)
    }
    expect(new Set(ratings.map(r => r.body.id)).size).toBe(ratings.length)
    expect(new Set(ratings.map(r => r.body.receipt)).size).toBe(ratings.length)
  })

  test('names an open office, and a procedure only where it is offered', () => {
    const offered = communeProcedures.map(p => p.code)
    for (const rating of ratings) {
      const unit = units.find(u => u.code === office(rating))
      const day = localDay(Date.parse(rating.at))
      expect(unit && unit.opened_on <= day && (unit.closed_on || '9999') >= day).toBe(true)
      if (rating.body.procedure === null) continue
      expect(communes).toContain(unit)
      expect(offered).toContain(rating.body.procedure)
    }
  })

  test('that says more agrees with itself', () => {
    const detailed = ratings.filter(r => r.details)
    expect(detailed.length / ratings.length).toBeCloseTo(0.4, 1)
    for (const { details } of detailed) {
      expect(details?.praised?.filter(factor => details.improve?.includes(factor)) ?? []).toEqual([])
      if (details?.timeliness === 'early') expect([undefined, 'received']).toContain(details.outcome)
      if (details?.outcome === 'waiting') expect([undefined, 'not_yet']).toContain(details.timeliness)
      // No numbers, so that nothing looks like a telephone number or a dossier code.
      expect(details?.comment ?? '').not.toMatch(/\d/)
    }
  })
})

describe('the picture', () => {
  test('is of 9,000 to 12,000 ratings, some 250 a month at xã Chợ Mới', () => {
    expect(ratings.length).toBeGreaterThan(9_000)
    expect(ratings.length).toBeLessThan(12_000)
    expect(at('xa-cho-moi').length / 16.8).toBeGreaterThan(220)
    expect(at('xa-cho-moi').length / 16.8).toBeLessThan(280)
  })

  test('has one office that stays too small to publish', () => {
    expect(at('xa-hoi-an')).toHaveLength(7)
  })

  test('has predecessors of xã Long Điền that were rated before they closed', () => {
    for (const code of ['thi-tran-my-luong-cu', 'xa-long-dien-a-cu', 'xa-long-dien-b-cu']) {
      expect(at(code).length).toBeGreaterThan(10)
      for (const rating of at(code)) expect(localDay(Date.parse(rating.at)) <= '2025-06-30').toBe(true)
    }
  })

  test('has an office above the target of 90 % for sure, one below for sure and one undecided', () => {
    expect(interval(at('xa-long-dien'))[0]).toBeGreaterThan(92)
    expect(interval(at('xa-nhon-my'))[1]).toBeLessThan(88)
    const [low, high] = interval(at('xa-cu-lao-gieng'))
    expect(low).toBeLessThan(89.5)
    expect(high).toBeGreaterThan(90.5)
  })

  test('shows land less liked than civil status, and a slow improvement', () => {
    expect(interval(about('Đất đai'))[1]).toBeLessThan(interval(about('Hộ tịch'))[0] - 10)
    const half = ratings.length / 2
    const rate = (some: IllustrativeRating[]) => some.filter(isSatisfied).length / some.length
    expect(rate(ratings.slice(half))).toBeGreaterThan(rate(ratings.slice(0, half)) + 0.005)
  })

  test('has all three service channels, most at the counter, and 30 to 60 % with a visit code', () => {
    const share = (channel: string) =>
      ratings.filter(r => counters.find(c => c.code === r.body.counter)?.channel === channel).length / ratings.length
    expect(share('counter')).toBeGreaterThan(0.75)
    expect(share('online')).toBeGreaterThan(0.1)
    expect(share('postal')).toBeGreaterThan(0.02)
    const visits = ratings.filter(r => r.with_visit).length / ratings.length
    expect(visits).toBeGreaterThan(0.3)
    expect(visits).toBeLessThan(0.6)
  })

  test('has a few procedures that most come for and many that hardly anyone does', () => {
    const counts = Map.groupBy(ratings, r => r.body.procedure ?? '')
    expect(counts.get('2.000815')?.length).toBeGreaterThan(1_000)
    expect([...counts.values()].filter(some => some.length < 10).length).toBeGreaterThan(15)
  })
})
