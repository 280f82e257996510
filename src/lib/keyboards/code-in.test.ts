import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET } from '../crockford'
import { codeIn } from './code-in'

test.each([
  'Mã biên nhận: K7M4-Q29X-DP3T',
  'https://hailong.example.vn/receipt#K7M4-Q29X-DP3T',
  'a.vn/receipt?lng=km#k7m4-q29x-dp3t',
  '(K7M4-Q29X-DP3T)',
  '“K7M4–Q29X–DP3T”.',
  'K7M4-Q29X-DP3T!',
  'K7M4/Q29X/DP3T',
  'K7M4 | Q29X | DP3T',
  'K7M4*Q29X*DP3T',
  'K̲7M4-Q29X-DP3T\0',
  'k7m4-q29x-dp3t. ',
  '✅ K7M4-Q29X-DP3T 👍',
])('%s is copied with the code in it', typed => {
  expect(codeIn(typed, [10, 12])).toBe('K7M4Q29XDP3T')
})

test('an address is never read as the code of another kind', () => {
  expect(codeIn('a.vn/r/K7M4Q2', [6, 10])).toBe('K7M4Q2')
  expect(codeIn('https://abcd.vn/r/K7M4Q2?lng=km', [6, 10])).toBe('K7M4Q2')
  expect(codeIn('Mã quầy: K7M4Q2', [6, 10])).toBe('K7M4Q2')
  // The code of a visit with a sign in it, or that of a counter and something else.
  expect(codeIn('K7M4Q2/9XDP', [6, 10])).toBeUndefined()
  for (const none of [
    '',
    '<script>',
    'xin chào',
    'https://hailong.example.vn/',
    'K7M4-Q29X-DP3',
    'K7M4-Q29X-DPÁ',
    'DDA\u0301A\u0302S3W',
  ])
    expect(codeIn(none, [6, 12]), none).toBeUndefined()
})

test('whatever is put between or around its characters, a code is read as itself or not at all', () => {
  const code = fc.constantFrom(6, 10).chain(n => fc.array(fc.constantFrom(...ALPHABET), { minLength: n, maxLength: n }))
  const between = fc.array(fc.constantFrom('', '', '-', ' ', '/', ':', '#', '.', '=', '*', '“', ')'), {
    minLength: 11,
    maxLength: 11,
  })
  fc.assert(
    fc.property(code, between, (characters, signs) => {
      const typed = signs[0] + characters.map((character, i) => character + signs[i + 1]).join('')
      if (!/[^\s/]\.[^\s/]+\/|:\/\//.test(typed))
        expect([characters.join(''), undefined]).toContain(codeIn(typed, [6, 10]))
    }),
    { numRuns: 2000 },
  )
})
