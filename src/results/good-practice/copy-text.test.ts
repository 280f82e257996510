import { expect, test } from 'vitest'
import { copyText } from './copy-text'

test('an example is copied with its source and its address', () => {
  expect(copyText(['“Tận tình.”', null, 'Xã Một, quý III/2026'], 'Nguồn: Hài Lòng', 'https://x.vn/good-practice')).toBe(
    '“Tận tình.”\nXã Một, quý III/2026\n\nNguồn: Hài Lòng\nhttps://x.vn/good-practice',
  )
})
