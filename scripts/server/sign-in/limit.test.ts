import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countSignIns, limits } from './limit.ts'

const minute = 60_000

function setUp(file?: string) {
  let time = 1_000_000_000_000
  const counts = countSignIns({ secret: 'secret', now: () => time, ...(file && { file }) })
  const fail = (email: string) => {
    const attempt = counts.attempt(email)
    if (typeof attempt === 'string') return attempt
    attempt.settle('wrong')
    return 'wrong'
  }
  return { ...counts, fail, wait: (milliseconds: number) => (time += milliseconds) }
}

test('ten wrong codes void the code, and a new one may be ordered at once', () => {
  const { order, attempt, fail } = setUp()
  order('a@xa.vn', true)
  for (let i = 0; i < 10; i += 1) expect(fail('a@xa.vn')).toBe('wrong')
  expect(attempt('a@xa.vn')).toBe('too_many')
  expect(order('a@xa.vn', true)).toBe(true)
  expect(attempt('a@xa.vn')).toHaveProperty('settle')
})

test('the void code is void also after a quarter of an hour', () => {
  const { order, attempt, fail, wait } = setUp()
  order('a@xa.vn', true)
  for (let i = 0; i < 10; i += 1) fail('a@xa.vn')
  wait(15 * minute)
  expect(attempt('a@xa.vn')).toBe('expired')
})

test('nothing is tried where no code was ordered, nor twice the right one', () => {
  const { order, attempt } = setUp()
  expect(attempt('a@xa.vn')).toBe('expired')
  order('a@xa.vn', true)
  const right = attempt('a@xa.vn')
  if (typeof right !== 'string') right.settle('right')
  expect(attempt('a@xa.vn')).toBe('expired')
})

test('tries at the same moment are counted before they are known to be wrong', () => {
  const { order, attempt } = setUp()
  order('a@xa.vn', true)
  const tries = Array.from({ length: 20 }, () => attempt('a@xa.vn'))
  expect(tries.filter(result => typeof result !== 'string')).toHaveLength(10)
})

test('over all addresses two hundred wrong codes an hour are tried', () => {
  const { order, attempt, fail, wait } = setUp()
  for (let i = 0; i < 25; i += 1) order(`a${i}@xa.vn`, true)
  const results = Array.from({ length: 250 }, (_, i) => fail(`a${i % 25}@xa.vn`))
  expect(results.filter(result => result === 'wrong')).toHaveLength(limits.triesAnHour)
  wait(61 * minute)
  order('b@xa.vn', true)
  expect(attempt('b@xa.vn')).toHaveProperty('settle')
})

test('an address that is no member is answered alike and takes nothing from the others', () => {
  const { order, attempt, fail } = setUp()
  for (let i = 0; i < 30; i += 1) {
    order(`nobody${i}@xa.vn`, false)
    for (let j = 0; j < 10; j += 1) expect(fail(`nobody${i}@xa.vn`)).toBe('wrong')
    expect(attempt(`nobody${i}@xa.vn`)).toBe('too_many')
  }
  order('a@xa.vn', true)
  expect(attempt('a@xa.vn')).toHaveProperty('settle')
})

test('three mails a minute and twenty a day', () => {
  const { order, wait } = setUp()
  expect(Array.from({ length: 4 }, () => order('a@xa.vn', true))).toEqual([true, true, true, false])
  let sent = 3
  for (let i = 0; i < 100; i += 1) {
    wait(minute)
    if (order('a@xa.vn', true)) sent += 1
  }
  expect(sent).toBe(limits.mailsADay)
  wait(24 * 60 * minute)
  expect(order('a@xa.vn', true)).toBe(true)
})

test('a restart forgets nothing, and the file names nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const file = join(folder, 'sign-ins.json')
  const before = setUp(file)
  before.order('a@xa.vn', true)
  for (let i = 0; i < 10; i += 1) before.fail('a@xa.vn')
  expect(setUp(file).attempt('a@xa.vn')).toBe('too_many')
  expect(readFileSync(file, 'utf8')).not.toContain('xa.vn')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})

test('of strangers the last are remembered, and no flood of them has a member forgotten', () => {
  const { order } = setUp()
  const isClosed = (email: string, isMember: boolean) =>
    Array.from({ length: 4 }, () => order(email, isMember)).includes(false)
  expect(isClosed('a@xa.vn', true)).toBe(true)
  expect(isClosed('first@nowhere.vn', false)).toBe(true)
  for (let i = 0; i < 10_100; i += 1) order(`${i}@nowhere.vn`, false)
  expect(order('first@nowhere.vn', false), 'forgotten').toBe(true)
  expect(order('a@xa.vn', true), 'a member is not').toBe(false)
  const last = '10099@nowhere.vn'
  expect([order(last, false), order(last, false), order(last, false)]).toEqual([true, true, false])
})
