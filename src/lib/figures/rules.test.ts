import { expect, test } from 'vitest'
import { plannedChange, stateOfChange } from './rules'

const changes = [
  { position: 1, key: 'target_percent', valid_from: '2026-12-01' },
  { position: 2, key: 'ladder', valid_from: '2026-12-01' },
  { position: 3, key: 'target_percent', valid_from: '2026-12-01' },
  { position: 4, key: 'target_percent', valid_from: '2027-01-01' },
]
const states = (day: string | null) => changes.map(change => stateOfChange(change, changes, day))

test('a change is planned until the release of its day, unless another took its place', () => {
  expect(states(null)).toEqual(['replaced', 'planned', 'planned', 'planned'])
  expect(states('2026-11-30')).toEqual(['replaced', 'planned', 'planned', 'planned'])
  expect(states('2026-12-01')).toEqual(['replaced', 'valid', 'valid', 'planned'])
  expect(states('2027-02-03')).toEqual(['replaced', 'valid', 'valid', 'valid'])
})

test('of several that are planned it is the one decided last', () => {
  expect(plannedChange('target_percent', changes, '2026-11-30')?.position).toBe(4)
  expect(plannedChange('ladder', changes, '2026-12-01')).toBeUndefined()
  expect(plannedChange('min_batch', changes, null)).toBeUndefined()
})
