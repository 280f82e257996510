import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText, lengthOf, lettersOf } from './fit-text'

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'

test.each([
  ['Tiếng', 5],
  ['Tie\u0302\u0301ng', 5],
  ['\u{1F600}', 1],
  [family, 5],
  ['\u{1F1FB}\u{1F1F3}', 2],
  ['ខ្មែរ', 5],
])('%s has the length that the database counts', (text, length) => expect(lengthOf(text)).toBe(length))

test.each([
  ['what was pasted is cut, and not what was there', 'đầucuối', 'đầu1234567cuối', { text: 'đầu123cuối', caret: 6 }],
  ['at the end', '12345678', '1234567890abc', { text: '1234567890', caret: 10 }],
  ['an emoji that does not fit is left out whole', '123456789', `123456789${family}`, { text: '123456789', caret: 9 }],
  [
    'and so is a letter of two accents, which is one',
    '123456789',
    '123456789e\u0302\u0301',
    { text: '123456789e\u0302\u0301', caret: undefined },
  ],
  ['a Khmer cluster is not cut', '1234567', '1234567ខ្មែរ', { text: '1234567', caret: 7 }],
  [
    'what is too long already is made shorter',
    '1234567890123',
    '123456789012',
    { text: '123456789012', caret: undefined },
  ],
  ['what is shorter is left alone', '12345678901', '1234567', { text: '1234567', caret: undefined }],
  ['one more letter in a full field', '1234567890', '12345x67890', { text: '1234567890', caret: 5 }],
])('%s', (_, before, after, fitted) => expect(fitText(before, after, 10)).toEqual(fitted))

const piece = fc.constantFrom(
  'a',
  '\u{1F601}',
  'ế',
  'e\u0302\u0301',
  '\u{1F600}',
  family,
  '\u{1F1FB}\u{1F1F3}',
  '👍🏽',
  'ខ្មែ',
  '\n',
)
const text = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''))

test('never more than fits, never half a letter, and nothing of what was there is lost', () => {
  fc.assert(
    fc.property(text, text, text, (head, put, tail) => {
      const before = head + tail
      fc.pre(lengthOf(before) <= 20)
      const fitted = fitText(before, head + put + tail, 20).text
      expect(lengthOf(fitted)).toBeLessThanOrEqual(20)
      // All that was there is still there, in its order.
      let found = 0
      for (const point of fitted) if (point === [...before][found]) found++
      expect(found).toBe([...before].length)
      expect(fitted.isWellFormed()).toBe(true)
    }),
  )
})

test('a browser that cannot tell letters apart keeps them whole as well', () => {
  const { Segmenter } = Intl
  const texts = fc.sample(text, 200)
  const known = texts.map(lettersOf)
  Object.assign(Intl, { Segmenter: undefined })
  Reflect.deleteProperty(Intl, 'Segmenter')
  try {
    // Cut where a browser that can would cut, or less often.
    for (const [n, sample] of texts.entries()) {
      const ends = (letters: string[] = []) => letters.map((_, i) => letters.slice(0, i + 1).join('').length)
      expect(ends(known[n])).toEqual(expect.arrayContaining(ends(lettersOf(sample))))
    }
  } finally {
    Object.assign(Intl, { Segmenter })
  }
})
