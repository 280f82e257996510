import { expect, test } from 'vitest'
import { isReleaseDue, localTime } from './daily-release.ts'

test('a day in Việt Nam begins at 17:00 UTC', () => {
  expect(localTime(new Date('2026-11-23T16:59:59Z'))).toEqual({ day: '2026-11-23', hour: 23 })
  expect(localTime(new Date('2026-11-23T17:00:00Z'))).toEqual({ day: '2026-11-24', hour: 0 })
})

test('a release is due once a day, from its hour on, also when the hour was missed', () => {
  const at = (time: string) => new Date(`2026-11-24T${time}:00+07:00`)
  expect(isReleaseDue(at('07:59'), 8, '2026-11-23')).toBe(false)
  expect(isReleaseDue(at('08:00'), 8, '2026-11-23')).toBe(true)
  expect(isReleaseDue(at('22:15'), 8, '2026-11-20')).toBe(true)
  expect(isReleaseDue(at('22:15'), 8, '2026-11-24')).toBe(false)
  expect(isReleaseDue(at('08:00'), 8, null)).toBe(true)
})
