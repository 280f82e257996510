import { expect, test } from 'vitest'
import { breaksOf } from './method-versions'

const versions = (...numbers: string[]) => numbers.map(version => ({ version }))

test('another number before the point breaks the series, another one after it does not', () => {
  expect(breaksOf(versions())).toEqual([])
  expect(breaksOf(versions('1.0', '1.1', '1.10'))).toEqual([])
  expect(breaksOf(versions('1.0', '1.1', '2.0', '2.1', '10.0'))).toEqual(versions('2.0', '10.0'))
})
