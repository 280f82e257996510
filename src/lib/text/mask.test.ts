import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maskIdentifiers } from './mask'

// The same examples hold for the database: supabase/tests/comment_masking.sql.
const examples = new URL('../../../supabase/tests/fixtures/comment_masking.json', import.meta.url)
const { masked, kept }: { masked: [string, string][]; kept: string[] } = JSON.parse(readFileSync(examples, 'utf8'))

test('there are enough examples of both kinds', () => {
  expect(masked.length).toBeGreaterThanOrEqual(120)
  expect(kept.length).toBeGreaterThanOrEqual(80)
})

test.each(masked)('%j is masked', (written, shown) => expect(maskIdentifiers(written)).toBe(shown))

test.each(kept)('%j is kept', written => expect(maskIdentifiers(written)).toBe(written))

test.each(masked)('%j is masked once', written => {
  const once = maskIdentifiers(written)
  expect(maskIdentifiers(once)).toBe(once)
})

const worst = [
  '0912345678 ',
  '1',
  'a.',
  'zalo: ',
  '12/10/',
  '1.500.',
  '(0 ',
  '     ',
  'không ',
  '💰１',
  'm.a.',
  '67A-123.4 ',
]
test.each(worst)('a thousand letters of %j are masked without delay', part => {
  const written = part.repeat(1000).slice(0, 1000)
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    maskIdentifiers(written)
    return performance.now() - begun
  })
  // A few milliseconds; a pattern that goes wrong takes seconds, and a busy machine is a few times slower.
  expect(Math.min(...times)).toBeLessThan(100)
})
