import { expect, test, vi } from 'vitest'
import { checkPin, hashPin, isPin, waitAfter, waitLeft } from './pin'

test('a PIN is known again, and what is kept of it does not hold it', async () => {
  const pin = await hashPin('4711')
  expect(JSON.stringify(pin)).not.toContain('4711')
  expect(await checkPin('4711', pin)).toBe(true)
  expect(await checkPin('4712', pin)).toBe(false)
  expect(await checkPin('', pin)).toBe(false)
})

test('the same PIN on two devices is kept differently', async () => {
  expect(await hashPin('4711')).not.toEqual(await hashPin('4711'))
})

test('the hash is the one that others compute for the same words', async () => {
  const pin = { salt: '00ff', iterations: 1000, hash: '' }
  const { pbkdf2Sync } = await import('node:crypto')
  pin.hash = pbkdf2Sync('83910', pin.salt, pin.iterations, 32, 'sha256').toString('hex')
  expect(await checkPin('83910', pin)).toBe(true)
})

test('without https it is kept as it is, and works', async () => {
  vi.stubGlobal('crypto', {})
  const pin = await hashPin('4711')
  expect(pin).toEqual({ plain: '4711' })
  expect([await checkPin('4711', pin), await checkPin('1174', pin)]).toEqual([true, false])
  vi.unstubAllGlobals()
})

test('four to eight digits, and nothing else', () => {
  expect(['1234', '12345678'].filter(isPin)).toHaveLength(2)
  expect(['', '123', '123456789', '12a4', ' 1234', '１２３４'].filter(isPin)).toEqual([])
})

test('every wrong PIN waits longer than the one before, up to a quarter of an hour', () => {
  const waits = [1, 2, 3, 4, 20, 500].map(waitAfter)
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 900_000, 900_000])
})

test('the wait passes with the clock, and a clock that was set back does not make it longer', () => {
  const tries = { wrong: 3, until: 108_000 }
  expect(waitLeft(tries, 100_000)).toBe(8_000)
  expect(waitLeft(tries, 107_000)).toBe(1_000)
  expect(waitLeft(tries, 500_000)).toBe(0)
  expect(waitLeft(tries, -9e12)).toBe(8_000)
  expect(waitLeft({ wrong: 0, until: 9e12 }, 0)).toBe(0)
})
