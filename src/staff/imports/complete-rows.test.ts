import { expect, test } from 'vitest'
import type { Office } from '../../data/offices'
import type { ImportRows } from '../../lib/files/import-schema'
import { withColumn, withOfficeCodes } from './complete-rows'

const office = (code: string, name: string, changes: Partial<Office> = {}) =>
  ({ code, name, desk: null, closed_on: null, ...changes }) as Office
const offices = [
  office('xa-cho-moi', 'Xã Chợ Mới', { desk: 'Trung tâm Phục vụ hành chính công xã Chợ Mới' }),
  office('xa-hoi-an', 'Xã Hội An'),
  office('xa-hoi-an-cu', 'Xã Hội An', { closed_on: '2025-06-30' }),
  office('xa-my-an', 'Xã Mỹ An'),
  office('xa-my-an-2', 'Xã Mỹ An'),
  office('xa-kien-an-cu', 'Xã Kiến An', { closed_on: '2025-06-30' }),
]
const rowsOf = (...names: (string | null)[]): ImportRows => ({
  columns: ['office_code', 'handled'],
  rows: names.map(name => [name, '1']),
  lines: names.map((_, at) => at + 2),
  formulas: 0,
  doubts: [],
  blank: 0,
  restored: {},
})
const codes = (...names: (string | null)[]) => withOfficeCodes(rowsOf(...names), offices).rows.map(([code]) => code)

test.each([
  ['its own code', 'xa-cho-moi', 'xa-cho-moi'],
  ['its name', 'Xã Chợ Mới', 'xa-cho-moi'],
  ['its committee', 'UBND xã Chợ Mới', 'xa-cho-moi'],
  ['the committee in full', 'Ủy ban nhân dân xã Chợ Mới', 'xa-cho-moi'],
  ['its centre', 'Trung tâm Phục vụ hành chính công xã Chợ Mới', 'xa-cho-moi'],
  ['letters without marks', 'ubnd xa cho moi', 'xa-cho-moi'],
  ['a name that a closed one had too', 'UBND xã Hội An', 'xa-hoi-an'],
  ['a closed one', 'UBND xã Kiến An', 'xa-kien-an-cu'],
])('an office is known by %s', (_, name, code) => {
  expect(codes(name)).toEqual([code])
})

test('a name that two open offices have, or none, is not guessed', () => {
  expect(codes('UBND xã Mỹ An', 'UBND xã Lạ', null)).toEqual(['UBND xã Mỹ An', 'UBND xã Lạ', null])
})

test('what the file says nowhere is said once for all rows', () => {
  expect(withColumn(rowsOf('a', 'b'), 'month', '2026-10-01')).toMatchObject({
    columns: ['office_code', 'handled', 'month'],
    rows: [
      ['a', '1', '2026-10-01'],
      ['b', '1', '2026-10-01'],
    ],
  })
})
