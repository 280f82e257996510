import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET, inGroups, isCrockford, readCrockford, toCrockford } from './crockford'

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
