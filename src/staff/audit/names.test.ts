import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '../../i18n/en/staff.json'
import vi from '../../i18n/vi/staff.json'
import { subjectsLogged } from './labels'

const naming = readFileSync('src/staff/audit/names.ts', 'utf8')

test('the log calls every thing by a name', () => {
  expect(subjectsLogged.filter(subject => !new RegExp(`^ {4}${subject}: `, 'm').test(naming))).toEqual([])
})

const migration = readFileSync('supabase/migrations/20261101010600_settings.sql', 'utf8')
const settingKeys = [...migration.matchAll(/^ {2}\(\d+, '(\w+)'/gm)].map(([, key]) => key as string)

test.each([
  ['vi', vi.settings],
  ['en', en.settings],
])('the log calls every setting by a name, in %s', (_, names) => {
  expect(settingKeys.length).toBeGreaterThan(10)
  expect(settingKeys.filter(key => !(key in names))).toEqual([])
})
