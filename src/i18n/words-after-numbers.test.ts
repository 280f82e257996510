import { expect, test } from 'vitest'
import { wordsAfterNumbers } from './words-after-numbers'

const { process } = wordsAfterNumbers

test('the word after a number is the one for that number', () => {
  expect(['0', '1', '2', '11', '21', '1,001', '1.1'].map(n => process(`${n} {day|days} late`))).toEqual([
    '0 days late',
    '1 day late',
    '2 days late',
    '11 days late',
    '21 days late',
    '1,001 days late',
    '1.1 days late',
  ])
})

test('each number of a sentence has its own, in brackets and lists too', () => {
  expect(process('(1 {answer|answers}), 3 {office is|offices are}, 1 {person belongs|people belong}.')).toBe(
    '(1 answer), 3 offices are, 1 person belongs.',
  )
})

test('nothing else is touched', () => {
  for (const text of ['{day}', 'a {b} c', '{{n}} days', '1 | 2', '']) expect(process(text)).toBe(text)
})
