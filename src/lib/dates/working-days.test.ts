import { expect, test } from 'vitest'
import { answerDue } from './working-days.ts'

const tet = ['16', '17', '18', '19', '20'].map(day => ({ day: `2026-02-${day}`, is_worked: false }))

test.each([
  ['2026-11-20', 1, [], '2026-11-23'],
  ['2026-11-20', 10, [], '2026-12-04'],
  ['2026-02-13', 2, tet, '2026-02-24'],
  ['2026-02-13', 2, [...tet, { day: '2026-02-21', is_worked: true }], '2026-02-23'],
])('what arrives on %s is due %i working days later', (arrived, days, holidays, due) => {
  expect(answerDue(arrived, days, holidays)).toBe(due)
})
