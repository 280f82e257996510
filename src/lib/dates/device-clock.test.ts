import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from './day'
import { serverNow, trusted } from './device-clock'

const at = (day: string) => Date.parse(`${day}T08:00:00+07:00`)
const today = at('2026-11-29')
const right = { server: today, device: today + 90_000 }

test('a clock that agrees with the server is believed, and what it noted too', () => {
  expect(serverNow(right, today + DAY)).toBe(today + DAY)
  expect(trusted(today - 20 * DAY, right, today)).toBe(today - 20 * DAY)
})

test.each(['2029-06-01', '2001-01-01', '2026-11-26', '2026-12-03'])('a clock of %s is not', wrong => {
  const heard = { server: today, device: at(wrong) }
  expect(serverNow(heard, at(wrong) + 60_000)).toBe(today + 60_000)
  expect(trusted(at(wrong), heard, at(wrong) + 60_000)).toBeUndefined()
})

test('what was noted by a clock that was wrong has no date once it is right', () => {
  for (const noted of ['2029-06-01', '2001-01-01']) expect(trusted(at(noted), right, today)).toBeUndefined()
})

test('a clock that was set after the last answer is not believed, nor one that has heard nothing', () => {
  for (const now of ['2029-06-01', '2001-01-01']) {
    expect(serverNow(right, at(now))).toBeUndefined()
    expect(trusted(today, right, at(now))).toBeUndefined()
  }
  expect(serverNow(undefined, today)).toBeUndefined()
  expect(trusted(today, undefined, today)).toBeUndefined()
})

test('whatever the clock says, no date is shown that lies ahead of the server or years back', () => {
  const instant = fc.integer({ min: at('1990-01-01'), max: at('2060-01-01') })
  fc.assert(
    fc.property(instant, instant, instant, (device, now, noted) => {
      const shown = trusted(noted, { server: today, device }, now)
      if (shown === undefined) return
      expect(shown).toBeLessThanOrEqual(today + 62 * DAY)
      expect(shown).toBeGreaterThan(today - 405 * DAY)
    }),
  )
})
