import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Counter } from '../../data/counters'
import type { Office } from '../../data/offices'
import { countersToAssign, emptyDraft, emptyOpening, planOf, possibleSuccessors, type ReformDraft } from './draft'

const opening = (code: string, parent = 'tinh') => ({ ...emptyOpening, name: code, kind: 'xã', code, parent })
const draft: ReformDraft = {
  ...emptyDraft,
  on_date: '2027-01-01',
  legal_basis: 'NQ 1',
  closing: ['mot', 'hai', 'ba'],
  opening: [opening('moi'), opening('dong')],
  successors: { mot: ['moi'], hai: ['moi', '', 'moi'], ba: ['dong', 'tay'], bon: ['moi'] },
  counters: { AAAAAA: 'tay', BBBBBB: 'moi', CCCCCC: 'moi' },
}
const counter = (code: string, office_code: string, retired_on: string | null = null) =>
  ({ code, office_code, retired_on }) as Counter
const counters = [
  counter('AAAAAA', 'ba'),
  counter('BBBBBB', 'ba'),
  counter('CCCCCC', 'mot'),
  counter('DDDDDD', 'ba', '2026-01-01'),
]

test('each closing office is followed once by whom was named, and nobody follows one that stays', () => {
  expect(planOf(draft, counters).successions).toEqual([
    { predecessor: 'mot', successor: 'moi' },
    { predecessor: 'hai', successor: 'moi' },
    { predecessor: 'ba', successor: 'dong' },
    { predecessor: 'ba', successor: 'tay' },
  ])
})

test('only counters of split offices are asked about, and lead only to one who takes over there', () => {
  expect(countersToAssign(draft, counters).map(({ code }) => code)).toEqual(['AAAAAA', 'BBBBBB'])
  expect(planOf(draft, counters).counters).toEqual([{ counter: 'AAAAAA', successor: 'tay' }])
})

test('an office opens after the one above it, in whatever order they were typed', () => {
  const typed = { ...draft, opening: [opening('duoi', 'giua'), opening('giua', 'tren'), opening('tren', '')] }
  expect(planOf(typed, []).opening.map(({ code }) => code)).toEqual(['tren', 'giua', 'duoi'])
  const circle = { ...draft, opening: [opening('mot', 'hai'), opening('hai', 'mot')] }
  expect(planOf(circle, []).opening).toHaveLength(2)
})

test('whoever closes takes nothing over', () => {
  const offices = ['mot', 'tay', 'cu'].map(code => ({
    code,
    name: code,
    closed_on: code === 'cu' ? '2020-01-01' : null,
  }))
  expect(possibleSuccessors(draft, offices as Office[])).toEqual({
    opens: [
      { code: 'moi', name: 'moi' },
      { code: 'dong', name: 'dong' },
    ],
    stays: [{ code: 'tay', name: 'tay' }],
  })
})

const reference = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../../supabase/reference/${file}`, import.meta.url)), { columns: true })

test('the reform of 1/7/2025, as somebody types it, is the plan that is replayed on the units of before', () => {
  const units = reference('units.csv')
  const followed = reference('unit-successions.csv')
  const typed: ReformDraft = {
    on_date: '2025-07-01',
    legal_basis: 'NQ 1654/NQ-UBTVQH15',
    closing: units.filter(unit => !unit.opened_on).map(unit => unit.code ?? ''),
    opening: units
      .filter(unit => unit.opened_on)
      .map(({ name = '', kind = '', code = '', parent_code: parent = '', gso_code = '' }) => ({
        ...emptyOpening,
        name,
        kind,
        code,
        parent,
        gso_code,
      })),
    successors: {},
    counters: {},
  }
  for (const { predecessor_code: from = '', successor_code: to = '' } of followed) typed.successors[from] = [to]
  const plan = planOf(typed, [])
  expect(plan.successions.map(s => `${s.predecessor} ${s.successor}`).sort()).toEqual(
    followed.map(s => `${s.predecessor_code} ${s.successor_code}`).sort(),
  )
  expect([plan.closing.length, plan.opening.length]).toEqual([20, 7])
  expect(plan.opening.find(({ code }) => code === 'xa-cho-moi')).toEqual({
    code: 'xa-cho-moi',
    name: 'Xã Chợ Mới',
    kind: 'xã',
    parent_code: 'tinh-an-giang',
    desk: null,
    gso_code: '30628',
  })
})
