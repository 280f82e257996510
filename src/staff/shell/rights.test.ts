import { expect, test } from 'vitest'
import type { Office } from '../../data/offices'
import { rightsOf } from './rights'

const offices = [
  { code: 'tinh', parent_code: null },
  { code: 'mot', parent_code: 'tinh' },
  { code: 'hai', parent_code: 'tinh' },
  { code: 'ap', parent_code: 'mot' },
] as Office[]

test.each([
  [
    'coordinator',
    'tinh',
    { coordinates: 'tinh mot hai ap', keeps: 'tinh mot hai ap', sees: 'tinh mot hai ap', isTop: true },
  ],
  ['coordinator', 'mot', { coordinates: 'mot ap', keeps: 'mot ap', sees: 'mot ap', isTop: false }],
  ['head', 'mot', { coordinates: '', keeps: 'mot', sees: 'mot', isTop: false }],
  ['head', 'tinh', { coordinates: '', keeps: 'tinh', sees: 'tinh', isTop: false }],
  ['clerk', 'mot', { coordinates: '', keeps: '', sees: 'mot', isTop: false }],
  ['auditor', 'mot', { coordinates: '', keeps: '', sees: 'mot ap', isTop: false }],
  ['interviewer', 'mot', { coordinates: '', keeps: '', sees: 'mot ap', isTop: false }],
])('a %s of %s', (role, office, may) => {
  const rights = rightsOf([{ role, office }], offices)
  const where = (right: (code: string) => boolean) =>
    offices
      .map(({ code }) => code)
      .filter(right)
      .join(' ')
  expect({
    coordinates: where(code => rights.mayAt('manage_offices', code)),
    keeps: where(code => rights.mayAt('edit_office_sign', code)),
    sees: where(rights.reaches),
    isTop: rights.isAtTop,
  }).toEqual(may)
})

test('a circle in the tree ends, and what hangs nowhere belongs to nobody', () => {
  const circle = [
    { code: 'a', parent_code: 'b' },
    { code: 'b', parent_code: 'a' },
  ] as Office[]
  expect(rightsOf([{ role: 'coordinator', office: 'c' }], circle).mayAt('manage_offices', 'a')).toBe(false)
  expect(rightsOf([{ role: 'coordinator', office: 'a' }], circle).mayAt('manage_offices', null)).toBe(false)
})

test('a role that this version does not know may do nothing', () => {
  const { mayAt, reaches } = rightsOf([{ role: 'mayor', office: 'mot' }], offices)
  expect(mayAt('make_visit_codes', 'mot')).toBe(false)
  expect(reaches('mot')).toBe(true)
})
