import { expect, test } from 'vitest'
import { compareMigrations, fingerprint } from './migration-record.ts'

const migration = (version: string, sql: string | null) => ({ version, name: 'x', sha256: sql && fingerprint(sql) })
const own = [migration('1', 'a'), migration('2', 'b')]

test('the first migrations of this copy, or all of them, can be gone on from', () => {
  for (const applied of [[], own.slice(0, 1), own]) {
    expect(compareMigrations(applied, own, false)).toEqual({ state: 'behind' })
  }
  expect(fingerprint('a;\r\nb')).toBe(fingerprint('a;\nb'))
})

test('all migrations of this copy and more are those of a newer one', () => {
  expect(compareMigrations([...own, migration('3', 'c')], own, false)).toEqual({ state: 'newer', version: '3' })
})

test('an edited, renamed or inserted migration is named', () => {
  expect(compareMigrations([migration('1', 'a'), migration('2', 'B')], own, false)).toMatchObject({ version: '2' })
  expect(compareMigrations([migration('0', 'a')], own, false)).toEqual({ state: 'edited', version: '0' })
  expect(compareMigrations(own.slice(1), own, false)).toEqual({ state: 'edited', version: '2' })
})

test('without a fingerprint a data folder is of the version before, and on a server the name counts', () => {
  const applied = [migration('1', null)]
  expect(compareMigrations(applied, own, false)).toEqual({ state: 'edited', version: '1' })
  expect(compareMigrations(applied, own, true)).toEqual({ state: 'behind' })
  expect(compareMigrations([{ ...applied[0], version: '1', name: 'y', sha256: null }], own, true).state).toBe('edited')
})
