import { expect, test } from 'vitest'
import { finder, search } from './search'
import { isOneTypo, stripDiacritics } from './words'

const names = [
  'Đăng ký khai sinh',
  'Đăng ký khai tử',
  'Đăng ký lại khai sinh',
  'Cấp Giấy xác nhận tình trạng hôn nhân',
  'Chứng thực bản sao từ bản chính',
]
const find = (query: string) => search(names, query, name => name).items

test('diacritics, đ, case and spaces make no difference', () => {
  expect(stripDiacritics('Đăng ký KHAI SINH')).toBe('dang ky khai sinh')
  expect(find('  Đăng   ký,  KHAI ')).toHaveLength(3)
  expect(find('khai sinh')).toEqual(['Đăng ký khai sinh', 'Đăng ký lại khai sinh'])
  expect(find('KHAI SINH')).toEqual(find('khai sinh'))
  expect(find('dang ky')).toHaveLength(3)
  expect(find('đăng ký')).toHaveLength(3)
  // Some keyboards send letters and marks apart.
  expect(find('khai tử'.normalize('NFD'))).toEqual(['Đăng ký khai tử'])
})

test('words may come in any order; the phrase as typed comes first', () => {
  expect(find('nhan hon')).toEqual(['Cấp Giấy xác nhận tình trạng hôn nhân'])
  expect(find('ky khai sinh')).toEqual(['Đăng ký khai sinh', 'Đăng ký lại khai sinh'])
})

test('a word is found by its beginning, not by what lies inside another', () => {
  expect(find('khai si')).toHaveLength(2)
  expect(find('inh')).toEqual([])
})

test('what is not there is not found, and nothing typed finds nothing', () => {
  expect(find('hộ chiếu')).toEqual([])
  expect(find('   ')).toEqual([])
  expect(find('<script>')).toEqual([])
})

test('one letter may be wrong, missing, added or exchanged, and no more', () => {
  for (const near of ['sinh', 'snh', 'sihn', 'sinhh', 'xinh'])
    expect(isOneTypo(near, 'sinh'), near).toBe(near !== 'sinh')
  for (const far of ['sanhh', 'nhis', 'si', '']) expect(isOneTypo(far, 'sinh'), far).toBe(false)
  expect(search(names, 'khai sihn', name => name)).toEqual({
    items: ['Đăng ký khai sinh', 'Đăng ký lại khai sinh'],
    by: ['khai sinh'],
  })
  expect(find('kaih sihn')).toEqual([])
})

test('a list that asks about one at a time finds the same: a typo only where nothing is spelt so', () => {
  const finds = finder(['Xã Long Điền', 'Xã Long Kiến'])
  expect(finds('Xã Long Điền', 'long dien')).toBe(true)
  expect(finds('Xã Long Kiến', 'long dien')).toBe(false)
  expect(finds('Xã Long Kiến', 'long kein')).toBe(true)
  expect(finds('Xã Long Điền', 'kết hôn')).toBe(false)
})

test('offices keep their order, and come before procedures that are found as well', () => {
  const places = ['Đăng ký Long Điền 1.000001', 'xã Long Điền, mới', 'Long Điền, mới mới mới', 'xã Long Điền']
  // A name that is the query, whole, comes first.
  expect(search(places, 'xã long điền', name => name).items).toEqual(['xã Long Điền', 'xã Long Điền, mới'])
  expect(search(places, 'điền', name => name).items).toEqual([...places.slice(1), places[0]])
})
