import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOfEachKind } from './first-of-each-kind'

test('a rare kind is not hidden behind a frequent one, and the order stays', () => {
  const list = [...Array.from({ length: 2000 }, (_, i) => `a${i}`), 'b0']
  const { first, kinds } = firstOfEachKind(list, one => one.charAt(0), 1000)
  expect([first.length, first.at(-2), first.at(-1)]).toEqual([1000, 'a998', 'b0'])
  expect(kinds).toEqual([
    { one: 'a0', n: 2000 },
    { one: 'b0', n: 1 },
  ])
})

test('nothing is left out unless there are too many, and every kind is there while there is room for it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.integer({ min: 3, max: 20 }), (list, most) => {
      const { first, kinds } = firstOfEachKind(list, one => one, most)
      expect(first).toHaveLength(Math.min(list.length, most))
      expect(new Set(first)).toEqual(new Set(list))
      expect(kinds.reduce((sum, { n }) => sum + n, 0)).toBe(list.length)
    }),
  )
})
