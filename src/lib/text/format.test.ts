import { expect, test } from 'vitest'
import { byName, createFormats } from './format'

test('Vietnamese figures', () => {
  const vi = createFormats('vi')
  expect(vi.percent(91.5)).toBe('91,5%')
  expect(vi.percent(100)).toBe('100,0%')
  expect(vi.wholePercent(90)).toBe('90%')
  expect(vi.count(4334)).toBe('4.334')
  expect(vi.interval(90.6, 92.3)).toBe('90,6–92,3%')
  expect(vi.day('2026-11-05')).toBe('05/11/2026')
  expect(vi.quarter(3)).toBe('III')
})

test('English and Khmer figures', () => {
  const en = createFormats('en')
  expect([en.percent(91.5), en.count(4334), en.day('2026-11-05'), en.quarter(3)]).toEqual([
    '91.5%',
    '4,334',
    '5 Nov 2026',
    '3',
  ])
  expect([en.month('2026-11'), createFormats('vi').month('2026-11-05')]).toEqual(['November 2026', '11/2026'])
  expect(en.dayOf(Date.parse('2026-11-05T18:00:00Z'))).toBe('6 Nov 2026')
  const km = createFormats('km')
  // Browsers differ in the Khmer separators, not in the digits.
  expect(km.percent(91.5)).toMatch(/^91[.,]5%$/)
  expect(km.day('2026-11-05')).toBe('05/11/2026')
})

test('an instant is told by the clock of Việt Nam', () => {
  const vi = createFormats('vi')
  const instant = Date.parse('2026-11-05T01:00:00Z')
  expect([vi.timeOf(instant), vi.dayOf(instant)]).toEqual(['08:00', '05/11/2026'])
  expect(vi.dayOf(Date.parse('2026-11-05T18:00:00Z'))).toBe('06/11/2026')
})

test('names are ordered as a Vietnamese reader expects', () => {
  expect(['Xã Đa Phước', 'Xã Dân Thành', 'Xã Ô Môn', 'Xã Chợ Mới', 'Xã Cù Lao Giêng'].sort(byName)).toEqual([
    'Xã Chợ Mới',
    'Xã Cù Lao Giêng',
    'Xã Dân Thành',
    'Xã Đa Phước',
    'Xã Ô Môn',
  ])
})
