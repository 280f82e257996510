import { expect, test } from 'vitest'
import { type AnswerChange, ratesOf, sortedChanges, yearBefore } from './improvement'

const change = (answer: string, n_before: number, n: number, is_sure: boolean): AnswerChange => ({
  question: 'timeliness',
  answer,
  n_before,
  of_before: 50,
  n,
  of: 100,
  is_sure,
})

test('what surely changed comes first, by how far it moved', () => {
  const answers = [change('early', 5, 30, true), change('late', 40, 10, true), change('not_yet', 5, 9, false)]
  const { sure, others } = sortedChanges(answers)
  expect(sure.map(({ answer }) => answer)).toEqual(['late', 'early'])
  expect(others.map(({ answer }) => answer)).toEqual(['not_yet'])
})

test('the same quarter of the year before', () => {
  expect(yearBefore('2026-07-01')).toBe('2025-07-01')
})

test('rates of both quarters, in per cent', () => {
  expect(ratesOf({ n_before: 120, satisfied_before: 72, n: 120, satisfied: 110 })).toEqual({
    before: 60,
    after: expect.closeTo(91.667, 3),
  })
})
