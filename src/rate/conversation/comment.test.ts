import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identifyingPart } from './comment'

const digits = fc.stringMatching(/^[35789][0-9]{8,10}$/)
const gap = fc.constantFrom('', ' ', '.', '-', ' - ')
/** Days, years and sums, which are no such number: what else stands beside them is one only if it is long enough. */
const ANOTHER = /(^|[^\d./ -]\s*)\d{1,2} ?[.-] ?\d{1,2} ?[.-] ?\d\d|(19|20)\d\d ?- ?(19|20)\d\d|\d\.\d{3}(\D|$)/
/** A telephone or card number as people write it: in groups of one size, or in none. */
const number = fc
  .tuple(fc.constantFrom('0', '+84 ', '84'), digits, gap, fc.integer({ min: 2, max: 4 }))
  .map(([start, rest, between, size]) => start + (rest.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between))
  .filter(written => !ANOTHER.test(written))
// Words alone: no digit and no @, and nothing else that is read as one: no "m:", which is short for a messenger.
const words = fc.stringMatching(/^[a-zà-ỹ ,.!?]{0,40}$/)
/** A number before "đ" or "k" is a sum. */
const other = words.filter(text => !/^\s*[dđknt]/.test(text))
/** The same cases on every run: a rare odd one is for a person to look at, not for somebody else's change. */
const steady = { seed: 20261127, numRuns: 300 }

test('a telephone or an identity number is noticed wherever it stands and however it is grouped', () => {
  fc.assert(
    fc.property(words, number, other, (before, written, after) => {
      expect(identifyingPart(`${before} ${written} ${after}`)).toBe('identifies')
    }),
    steady,
  )
})

// Where addresses are looked for, | is the end of a line and ` is nothing.
const address = fc.emailAddress().filter(written => !/[|`]/.test(written))

test('an e-mail address is noticed', () => {
  fc.assert(
    fc.property(words, address, words, (before, written, after) => {
      expect(identifyingPart(`${before} ${written} ${after}`)).toBe('identifies')
    }),
    steady,
  )
})

test('words are left alone', () => {
  fc.assert(
    fc.property(words, text => {
      expect(identifyingPart(text)).toBeUndefined()
    }),
    steady,
  )
})

test.each([
  'Chờ từ 8 giờ 30 đến 10 giờ 15, ngày 12/03/2026.',
  'Phải nộp 1.500.000.000 đồng, trước đây 200.000.000 đồng.',
  'Quầy 3, phiếu 0123, làm theo Nghị định 118/2025/NĐ-CP.',
  'Năm 2024-2025 phải đi 3 lần.',
])('%s', text => expect(identifyingPart(text)).toBeUndefined())

test.each([
  'Gọi 0912345678',
  'CCCD 089 123 456 789',
  'CMND 351234567',
  'hồ sơ 000.00.06.H56-231027-0361',
  'thư: an.nguyen@example.vn',
])('%s', text => expect(identifyingPart(text)).toBe('identifies'))

test.each([
  'Cán bộ Hoa tận tình.',
  'gặp chị Trần Thị Lan ở quầy 3',
  'CÁN BỘ Hoa',
  'Anh Nam rất nhiệt tình',
  'gặp ông Bình',
])('%s', text => expect(identifyingPart(text)).toBe('names_someone'))

test.each([
  'Cán bộ ở quầy 3 tận tình.',
  'CÁN BỘ TẬN TÌNH',
  'cảm ơn anh. Quầy rất sạch.',
  'Ông/Bà, ông Bà',
  'cán bộ Một cửa, cán bộ Trung tâm, cán bộ UBND',
  'Các anh chị nhiệt tình. Cảm ơn',
  'Thanh Hoa là hoa',
])('%s', text => expect(identifyingPart(text)).toBeUndefined())
