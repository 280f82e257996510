import { expect, test } from 'vitest'
import { fateOfCode } from './browser-memory'

const like = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const android = 'Mozilla/5.0 (Linux; Android 13; SM-A135F'

test.each([
  [
    'Safari of an iPhone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) ${like} Version/17.4 Mobile/15E148 Safari/604.1`,
  ],
  [
    'Chrome of an iPhone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) ${like} CriOS/122.0 Mobile/15E148 Safari/604.1`,
  ],
  [
    'Safari of an iPad, as if on a desk',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${like} Version/17.4 Safari/605.1.15`,
  ],
  ['Zalo', `${android}) AppleWebKit/537.36 Chrome/122.0 Mobile Safari/537.36 Zalo android/22100532`],
  [
    'Facebook',
    `${android}; wv) AppleWebKit/537.36 Version/4.0 Chrome/122.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/450.0]`,
  ],
  [
    'any other app',
    `${android}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/122.0 Mobile Safari/537.36`,
  ],
])('%s may forget', (_, userAgent) => {
  expect(fateOfCode(userAgent, true, false)).toBe('write_down')
  expect(fateOfCode(userAgent, true, true)).toBeUndefined()
  expect(fateOfCode(userAgent, false, false)).toBe('not_kept')
})

test.each([
  ['Chrome', `${android}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Mobile Safari/537.36`],
  [
    'Samsung',
    `${android}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0 Mobile Safari/537.36`,
  ],
  ['Firefox', 'Mozilla/5.0 (Android 13; Mobile; rv:123.0) Gecko/123.0 Firefox/123.0'],
  [
    'Chrome of a computer',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0 Safari/537.36',
  ],
])('%s keeps', (_, userAgent) => expect(fateOfCode(userAgent, true, false)).toBeUndefined())
