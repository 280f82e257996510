import { expect, test } from 'vitest'
import { changesBetween } from './changes'

test('of two states only what differs', () => {
  expect(changesBetween({ name: 'Xã A', desk: null, n: 1 }, { name: 'Xã B', desk: null, n: 1 })).toEqual([
    { column: 'name', before: 'Xã A', after: 'Xã B' },
  ])
})

test('of a new row what it says, and of a deleted one what it said', () => {
  expect(changesBetween(null, { day: '2027-09-02', name: null })).toEqual([
    { column: 'day', before: null, after: '2027-09-02' },
  ])
  expect(changesBetween({ usual: ['a'] }, null)).toEqual([{ column: 'usual', before: '["a"]', after: null }])
})

test('nothing and a word called null are not the same', () => {
  expect(changesBetween({ name: null }, { name: 'null' })).toHaveLength(1)
  expect(changesBetween(null, null)).toEqual([])
})
