import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text'

test.each([
  ['Chờ\0 lâu\u001B[31m\u0007', 'Chờ lâu[31m'],
  ['a\u202Eb\u2066c\u2069', 'abc'],
  ['nửa \uD83D hình \uDE00', 'nửa  hình '],
  ['cả hình \u{1F600}', 'cả hình \u{1F600}'],
  ['mất\uFFFD chữ', 'mất chữ'],
  ['dòng\r\nhai\rba\tô\u2028bốn', 'dòng\nhai\nba\tô\nbốn'],
  ['Tie\u0302\u0301ng Vie\u0323\u0302t', 'Tiếng Việt'],
  ['\u1780\u200B\u1781 \u{1F468}\u200D\u{1F469}', '\u1780\u200B\u1781 \u{1F468}\u200D\u{1F469}'],
])('%j becomes %j', (written, cleaned) => expect(cleanText(written)).toBe(cleaned))

test('what is cleaned is clean, and can be sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\uD800', '\uDC00', '\0'), (text, odd) => {
      const cleaned = cleanText(odd + text + odd)
      expect(cleanText(cleaned)).toBe(cleaned)
      expect(cleaned.isWellFormed()).toBe(true)
    }),
  )
})
