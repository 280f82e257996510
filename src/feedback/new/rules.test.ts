import { describe, expect, test } from 'vitest'
import { type Draft, emptyDraft } from '../shell/draft'
import { isPhone, lengthOf, problemsOf, stepOf } from './rules'

const whole: Draft = {
  kind: 'procedure',
  office: 'xa-cho-moi',
  procedure: '1.001193',
  text: 'Phải đi lại ba lần.',
  who: 'named',
  name: 'Nguyễn Thị Thử',
  address: 'Ấp Thử',
  phone: '0900 000 001',
}

describe('a telephone number', () => {
  test.each(['0900000001', '+84 900 000 001', '(0296) 388 1234', '0900.000.001', '០៩០០០០០០០១'])('%s is one', phone => {
    expect(isPhone(phone)).toBe(true)
  })
  test.each(['', '113', '09x0 000 001', 'không có', '1234567890123456', '+', '0900000001 hoặc 0900000002'])(
    '"%s" is none',
    phone => {
      expect(isPhone(phone)).toBe(false)
    },
  )
})

test('letters are counted as people see them', () => {
  expect(lengthOf(' ế🙂\u0007 ')).toBe(2)
})

test('each step says what is missing', () => {
  expect(problemsOf('kind', emptyDraft)).toEqual({ kind: 'kind_invalid' })
  expect(problemsOf('place', emptyDraft)).toEqual({ office: 'office_missing' })
  expect(problemsOf('place', { ...whole, procedure: '' })).toEqual({ procedure: 'procedure_missing' })
  expect(problemsOf('place', { ...whole, kind: 'conduct', procedure: '' })).toEqual({})
  expect(problemsOf('text', { ...whole, text: 'ế'.repeat(20_000) })).toEqual({ text: 'feedback_too_long' })
  expect(problemsOf('text', { ...whole, text: 'ế'.repeat(4_000) })).toEqual({})
  expect(problemsOf('person', emptyDraft)).toEqual({ who: 'person_missing' })
  expect(problemsOf('person', { ...emptyDraft, who: 'anonymous' })).toEqual({})
  expect(Object.keys(problemsOf('person', { ...emptyDraft, who: 'named' }))).toEqual(['name', 'address', 'phone'])
})

test('an address leads to no step before which something is wrong', () => {
  expect(stepOf('person', emptyDraft)).toBe('kind')
  expect(stepOf('person', { ...whole, office: '' })).toBe('place')
  expect(stepOf('person', whole)).toBe('person')
  expect(stepOf('text', whole)).toBe('text')
  expect(stepOf('nowhere', whole)).toBe('kind')
  expect(stepOf('person', { ...whole, kind: 'complaint' })).toBe('kind')
})
