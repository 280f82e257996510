import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listsFile, listsOf, openDatabase, typesFile, typesOf } from './generate-lists.ts'

let db: PGlite

beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db?.close())

test('the lists of the app are those of the migrations (else: npm run generate)', async () => {
  expect(readFileSync(listsFile, 'utf8')).toBe(await listsOf(db))
})

test('the types of the API are those of the migrations (else: npm run generate)', { timeout: 120_000 }, async () => {
  expect(readFileSync(typesFile, 'utf8')).toBe(await typesOf(db))
})
