import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Details, factors } from '../../data/details'
import { questions } from '../shell/questions'
import { firstUnanswered, following, type Group, preceding, withFactor } from './steps'

const tap = fc.record({
  group: fc.constantFrom<Group>('praised', 'improve'),
  factor: fc.constantFrom(...factors),
  isTicked: fc.boolean(),
})

test('a factor is praised or wished better, never both, in the official order, whatever is tapped', () => {
  fc.assert(
    fc.property(fc.array(tap), taps => {
      let details: Details = {}
      for (const { group, factor, isTicked } of taps) {
        details = { ...details, ...withFactor(details, group, factor, isTicked) }
        expect(details[group]?.includes(factor) ?? false).toBe(isTicked)
      }
      const { praised, improve } = details
      expect(praised?.filter(factor => improve?.includes(factor)) ?? []).toEqual([])
      for (const group of [praised, improve]) {
        expect(group).not.toEqual([])
        expect(group ?? []).toEqual(factors.filter(factor => group?.includes(factor)))
      }
    }),
  )
})

test('only the groups that change are sent', () => {
  expect(withFactor({}, 'praised', 'staff', true)).toEqual({ praised: ['staff'] })
  expect(withFactor({ improve: ['access'] }, 'praised', 'staff', true)).toEqual({ praised: ['staff'] })
  expect(withFactor({ improve: ['staff'] }, 'praised', 'staff', true)).toEqual({ praised: ['staff'], improve: null })
  expect(withFactor({ praised: ['staff'] }, 'praised', 'staff', false)).toEqual({ praised: null })
})

test('the way there is the way back', () => {
  for (const question of questions) {
    const next = following(question)
    if (next !== 'thanks') expect(preceding(next as typeof question)).toBe(question)
  }
  expect(preceding('procedure')).toBeUndefined()
  expect(following('comment')).toBe('thanks')
})

test('who wants to answer more is led to the first page with a question left out', () => {
  const details: Details = {}
  const first = (procedure: string | null = null) => firstUnanswered({ procedure, details })
  expect(first()).toBe('procedure')
  expect(first('1.001193')).toBe('factors')
  details.improve = ['access']
  details.outcome = 'received'
  expect(first('1.001193')).toBe('result')
  details.timeliness = 'late'
  Object.assign(details, { trips: '0', agencies: '0', money: 'not_said' })
  expect(first('1.001193')).toBe('person')
  Object.assign(details, { filled_by: 'family', applicant: 'citizen' })
  expect(first('1.001193')).toBe('comment')
  details.comment = 'Chờ lâu.'
  expect(first('1.001193')).toBeUndefined()
  // An answer that was taken back is none.
  details.timeliness = null
  expect(first('1.001193')).toBe('result')
})
