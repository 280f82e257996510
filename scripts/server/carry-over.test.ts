import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishSwap, swap } from './carry-over.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Makes folders, each with a file that says which it was. */
function make(...names: string[]) {
  for (const name of names) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'was'), name)
  }
}
const contents = () =>
  Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name, 'was'), 'utf8')]))

const data = () => join(folder, 'data')

test('a new database that was not complete is dropped', () => {
  make('data', 'data.new')
  finishSwap(data())
  expect(contents()).toEqual({ data: 'data' })
})

test('killed before the data were put aside, it begins again: they may have been written to since', () => {
  make('data', 'data.ready')
  finishSwap(data())
  expect(contents()).toEqual({ data: 'data' })
})

test('killed when the data had been put aside, it is finished', () => {
  make('data.ready', 'data.before-2026-11-27-080000')
  finishSwap(data())
  expect(contents()).toEqual({ data: 'data.ready', 'data.before-2026-11-27-080000': 'data.before-2026-11-27-080000' })
})

test('without a swap nothing is touched, and a first start has no data', () => {
  finishSwap(data())
  make('data.before-2026-11-27-080000')
  finishSwap(data())
  expect(Object.keys(contents())).toEqual(['data.before-2026-11-27-080000'])
})

test('the old data stay, and of made-up ones the newest', () => {
  make('data', 'data.new', 'data.before-2020-01-01-080000', 'data.before-2020-01-02-080000-illustrative')
  swap(data(), false)
  expect(Object.keys(contents())).toHaveLength(4)
  expect(contents()).toMatchObject({ data: 'data.new', 'data.before-2020-01-01-080000': expect.anything() })
  make('data.new')
  const before = swap(data(), true)
  expect(Object.keys(contents())).toHaveLength(4)
  expect(readFileSync(join(before, 'was'), 'utf8')).toBe('data.new')
  expect(readdirSync(folder).filter(name => name.endsWith('-illustrative'))).toHaveLength(1)
})
