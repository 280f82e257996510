import { expect, test } from 'vitest'
import { askedRate, type ControlSurvey, ownRate, readDifference } from './control'

const survey = (difference_low: number | null, difference_high: number | null) =>
  ({ difference_low, difference_high }) as ControlSurvey

test.each([
  [0.01, 0.3, 'higher'],
  [-0.3, -0.01, 'lower'],
  [-0.1, 0.1, 'chance'],
  [0, 0.2, 'chance'],
  [-0.2, 0, 'chance'],
  [null, null, undefined],
])('an interval of %s to %s is read as %s', (low, high, read) => {
  expect(readDifference(survey(low, high))).toBe(read)
})

test('a figure that is not there is none', () => {
  const none = { n: null, rate: null, low: null, high: null, self_n: 9, self_rate: 1, self_low: 0.7, self_high: 1 }
  expect(askedRate(none as ControlSurvey)).toBeNull()
  expect(ownRate(none as ControlSurvey)).toEqual({ n: 9, rate: 1, low: 0.7, high: 1 })
})
