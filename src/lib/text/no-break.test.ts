import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepNames, noBreak } from './no-break'

const shown = (name: string) => keepNames(name).replace(/\u00a0/g, '_')

test.each([
  ['xã Cù Lao Giêng', 'xã_Cù_Lao_Giêng'],
  ['Trung tâm Phục vụ hành chính công xã Chợ Mới', 'Trung tâm Phục vụ hành chính công xã_Chợ_Mới'],
  ['Ủy ban nhân dân thị trấn Mỹ Luông (cũ)', 'Ủy ban nhân dân thị_trấn_Mỹ_Luông (cũ)'],
  ['Chi nhánh Văn phòng đăng ký đất đai Chợ Mới', 'Chi nhánh Văn phòng đăng ký đất đai Chợ_Mới'],
  ['Đăng ký khai sinh', 'Đăng ký khai_sinh'],
  ['Tỉnh An Giang và xã Long Điền, huyện Chợ Mới', 'Tỉnh_An_Giang và xã_Long_Điền, huyện_Chợ_Mới'],
  ['Cấp xã', 'Cấp xã'],
  ['', ''],
])('%s', (name, kept) => {
  expect(shown(name)).toBe(kept)
})

test('nothing but spaces changes, whatever the name, and doing it twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const name = text.replace(/\u00a0/g, ' ')
      expect(keepNames(name).replace(/\u00a0/g, ' ')).toBe(name)
      expect(keepNames(keepNames(name))).toBe(keepNames(name))
    }),
  )
})

test('a short name can be kept whole', () => {
  expect(noBreak('xã Chợ Mới')).toBe('xã\u00a0Chợ\u00a0Mới')
})
