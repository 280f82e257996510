import { expect, test } from 'vitest'
import { nextRelease } from './release-schedule'

const at = (text: string) => Date.parse(text)

test.each([
  ['before the hour', '2026-11-04', '2026-11-05T07:59:00+07:00', '2026-11-05T08:00:00+07:00'],
  ['after the hour', '2026-11-05', '2026-11-05T08:01:00+07:00', '2026-11-06T08:00:00+07:00'],
  ['released by hand before the hour', '2026-11-05', '2026-11-05T06:00:00+07:00', '2026-11-06T08:00:00+07:00'],
  ['never released', null, '2026-11-05T06:00:00+07:00', '2026-11-05T08:00:00+07:00'],
  [
    'late in the evening, still yesterday in Greenwich',
    '2026-11-30',
    '2026-12-01T00:30:00+07:00',
    '2026-12-01T08:00:00+07:00',
  ],
])('%s', (_, last, now, next) => {
  expect(nextRelease(last, 8, at(now))).toBe(at(next))
})
