import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seemsToIdentify } from './comment'

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const gap = fc.constantFrom('', '', ' ', '.', '-', ' - ')
/** A telephone or card number as people write it: in groups of any size, or in none. */
const number = fc
  .tuple(fc.constantFrom('0', '+84 ', '84'), fc.array(fc.tuple(gap, digit), { minLength: 9, maxLength: 11 }))
  .map(([start, rest]) => start + rest.flat().join(''))
// Words alone: no digit and no @.
const words = fc.stringMatching(/^[\p{L} ,.:!?]{0,40}$/u)

test('a telephone or an identity number is noticed wherever it stands and however it is grouped', () => {
  fc.assert(
    fc.property(words, number, words, (before, written, after) => {
      expect(seemsToIdentify(`${before} ${written} ${after}`)).toBe(true)
    }),
  )
})

test('an e-mail address is noticed', () => {
  fc.assert(
    fc.property(words, fc.emailAddress(), words, (before, address, after) => {
      expect(seemsToIdentify(`${before} ${address} ${after}`)).toBe(true)
    }),
  )
})

test('words are left alone', () => {
  fc.assert(
    fc.property(words, text => {
      expect(seemsToIdentify(text)).toBe(false)
    }),
  )
})

test.each([
  'Chờ từ 8 giờ 30 đến 10 giờ 15, ngày 12/03/2026.',
  'Phải nộp 1.500.000.000 đồng, trước đây 200.000.000 đồng.',
  'Quầy 3, phiếu 0123, làm theo Nghị định 118/2025/NĐ-CP.',
  'Năm 2024-2025 phải đi 3 lần.',
])('%s', text => expect(seemsToIdentify(text)).toBe(false))

test.each([
  'Gọi 0912345678',
  'CCCD 089 123 456 789',
  'CMND 351234567',
  'hồ sơ 000.00.06.H56-231027-0361',
  'thư: an.nguyen@example.vn',
])('%s', text => expect(seemsToIdentify(text)).toBe(true))
