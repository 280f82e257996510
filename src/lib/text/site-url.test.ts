import { expect, test } from 'vitest'
import { isOnThisMachine, siteAddress, typedAddress } from './site-url'

test.each([
  ['https://hailong.gov.vn', 'https://hailong.gov.vn'],
  [' hailong.gov.vn/ ', 'https://hailong.gov.vn'],
  ['http://192.168.1.5:4173', 'http://192.168.1.5:4173'],
  ['http://localhost:4173/', 'http://localhost:4173'],
  ['HTTPS://HaiLong.Gov.VN', 'https://hailong.gov.vn'],
  ['hailong', undefined],
  ['', undefined],
  ['https://hailong.gov.vn/r/8K93N9', undefined],
  ['https://hailong.gov.vn/?a=1', undefined],
  ['https://me@hailong.gov.vn', undefined],
  ['javascript:alert(1)', undefined],
])('%j is the address of the site %j', (typed, address) => {
  expect(siteAddress(typed)).toBe(address)
})

test.each([
  'http://localhost',
  'http://localhost:4173',
  'http://127.0.0.1:80',
  'http://[::1]:4173',
  'http://a.localhost',
])('no phone finds %s', address => expect(isOnThisMachine(address)).toBe(true))

test.each(['http://192.168.1.5:4173', 'https://localhost.vn', 'https://hailong.gov.vn'])(
  'a phone may find %s',
  address => expect(isOnThisMachine(address)).toBe(false),
)

test('the scheme need not be typed', () => {
  expect(typedAddress('https://hailong.gov.vn/r/8K93N9')).toBe('hailong.gov.vn/r/8K93N9')
})
