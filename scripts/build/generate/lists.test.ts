import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generated, openDatabase } from './lists.ts'

const root = new URL('../../../', import.meta.url)
let db: PGlite

beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db?.close())

test.each(generated)('$path is that of the migrations (else: npm run generate)', { timeout: 120_000 }, async one => {
  expect(readFileSync(new URL(one.path, root), 'utf8')).toBe(await one.textOf(db))
})
