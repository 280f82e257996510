// npm run test:attack -- --each shows that each guard is needed; here only what can be known at once.

import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../../supabase/tests/property/replay.ts'
import { importsOf, programsIn } from '../source-graph.ts'
import { changing } from './folders.ts'
import { attacks, guards } from './list.ts'

let db: PGlite
beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db.close())

const namesOf = (named: { name: string }[]) => named.map(({ name }) => name)

test('every attack and every guard has a name of its own, and every guard stops an attack', () => {
  for (const names of [namesOf(attacks), namesOf(guards)]) expect(new Set(names).size).toBe(names.length)
  expect(guards.map(({ stops }) => stops).filter(name => !namesOf(attacks).includes(name))).toEqual([])
})

test.each(guards.filter(({ edits }) => edits))('the lines of $name are where they can be switched off', ({ edits }) => {
  expect(() => changing(edits)).not.toThrow()
  for (const { from, to } of edits ?? []) expect(to).not.toBe(from)
})

test.each(guards.filter(({ sql }) => sql))('$name can be switched off in the database', async ({ sql = '' }) => {
  await db.exec('begin')
  await db.exec(sql).finally(() => db.exec('rollback'))
})

test('nothing that is served knows how to switch one off', () => {
  const served = programsIn('src', 'scripts').filter(file => !file.startsWith('scripts/checks/'))
  const isTest = (file: string) => /\.test\.tsx?$/.test(file)
  const knowing = served.filter(
    file => !isTest(file) && importsOf(file).some(({ to }) => to.startsWith('scripts/checks/attack/')),
  )
  expect(knowing).toEqual([])
  for (const file of served)
    expect([file, /registerHooks|checks\/attack/.test(readFileSync(file, 'utf8'))]).toEqual([file, false])
})
