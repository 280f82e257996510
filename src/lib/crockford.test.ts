import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET, isCrockford, readCrockford, readDigits, toCrockford } from './crockford'
import { inGroups } from './in-groups'

/** Full-width letters and digits, Khmer digits, each kind of dash, and what is not seen. */
const written = [
  'ｋ７ｍ４－ｑ２９ｘ－ｄｐ３ｔ',
  'k៧m៤ q២៩x dp៣t',
  'K7M4–Q29X—DP3T',
  'K7M4\u2011Q29X\u2212DP3T',
  '\uFEFFK7M4\u00ADQ29X\u200BDP3T\u00A0',
  'K7M4\u202FQ29X\u2060.DP3T\u200D',
  'K7M4_Q29X·DP3T',
  '[“K7M4-Q29X-DP3T”]!',
  "'K7M4-Q29X-DP3T')?",
]

test.each(written)('%s is the code without its dress', typed => {
  expect(readCrockford(typed)).toBe('K7M4Q29XDP3T')
})

test('six digits of a mail are read as people copy them', () => {
  for (const typed of ['123456', ' 123 456 ', '123-456', '１２３４５６', '១២៣៤៥៦', '123\u00A0456\u200B']) {
    expect(readDigits(typed)).toBe('123456')
  }
  expect(readDigits('12345a')).toBe('12345a')
})

test('what people misread is read as meant', () => {
  expect(readCrockford(' k7m4-q29x dp3t ')).toBe('K7M4Q29XDP3T')
  expect(readCrockford('oOiIlL')).toBe('001111')
  expect(isCrockford(readCrockford('K7M4Q2'), 6)).toBe(true)
  for (const wrong of ['', 'K7M4Q', 'K7M4Q2X', 'K7M4QU', '<scr>t', 'K7M4Qđ']) {
    expect(isCrockford(readCrockford(wrong), 6)).toBe(false)
  }
})

test('every byte gives a character, and every character has the same number of bytes', () => {
  const all = toCrockford(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  for (const character of ALPHABET) expect([...all].filter(c => c === character)).toHaveLength(8)
})

test('a code in groups is read as the code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), bytes => {
      const code = toCrockford(bytes)
      expect(inGroups(code)).toMatch(/^\w{4}-\w{4}-\w{4}$/)
      expect(readCrockford(inGroups(code))).toBe(code)
      expect(isCrockford(code, 12)).toBe(true)
    }),
  )
})
