import { expect, test } from 'vitest'
import { diskSpace } from './disk-space.ts'

test('the disk is short below 64 MB, looked at once a second', async () => {
  let time = 0
  let looks = 0
  let free = 100e6
  const isShort = diskSpace(
    async () => {
      looks += 1
      return free
    },
    () => time,
  )
  expect(await isShort()).toBe(false)
  free = 60e6
  expect(await isShort()).toBe(false)
  time = 1000
  expect(await isShort()).toBe(true)
  expect(await isShort()).toBe(true)
  expect(looks).toBe(2)
})

test('a disk that cannot be looked at is taken for free', async () => {
  expect(await diskSpace(() => Promise.reject(new Error('no such folder')))()).toBe(false)
})
