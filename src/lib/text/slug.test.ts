import { expect, test } from 'vitest'
import { slugOf } from './slug'

test.each([
  ['Xã Chợ Mới', 'xa-cho-moi'],
  ['  Đất đai – xây dựng (cấp xã) ', 'dat-dai-xay-dung-cap-xa'],
  ['Trung tâm Phục vụ hành chính công xã Cù Lao', 'trung-tam-phuc-vu-hanh-chinh-cong-xa-cu'],
  ['…', ''],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
