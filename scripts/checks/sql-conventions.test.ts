import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../bootstrap.js'

const migrations = globSync('supabase/migrations/*.sql', { cwd: root }).sort()
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const linesOf = (text: string) => text.trimEnd().split('\n').length

/** The functions and procedures of a migration, each from `create` to the end of its body. */
function routinesOf(sql: string) {
  const routines = sql.matchAll(
    /^create (?:or replace )?(?:function|procedure) ([\w.]+)[\s\S]*?\bas (\$\w*\$)[\s\S]*?\2;/gm,
  )
  return [...routines].map(([text, name = '']) => ({ name, text }))
}

test('a migration has at most 200 lines', () => {
  expect(migrations.length).toBeGreaterThan(10)
  expect(migrations.filter(file => linesOf(textOf(file)) > 200)).toEqual([])
})

test('a function in SQL has at most 60 lines', () => {
  const routines = migrations.flatMap(file => routinesOf(textOf(file)))
  const created = migrations.flatMap(file => textOf(file).match(/^create (or replace )?(function|procedure) /gm) ?? [])
  expect(routines).toHaveLength(created.length)
  expect(routines.filter(({ text }) => linesOf(text) > 60).map(({ name }) => name)).toEqual([])
})

test('a function in SQL is safe from the search path of its caller', () => {
  const routines = migrations.flatMap(file => routinesOf(textOf(file)))
  expect(routines.filter(({ text }) => !text.includes("set search_path = ''")).map(({ name }) => name)).toEqual([])
})

test('a migration opens by telling what it is about', () => {
  expect(migrations.filter(file => !textOf(file).startsWith('-- '))).toEqual([])
})

test('the table of contents names every migration, in order', () => {
  const listed = [...textOf('supabase/README.md').matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)
  expect(listed).toEqual(migrations.map(file => file.replace(/^.*\/\d+_(\w+)\.sql$/, '$1')))
})

// Where the collation is ICU's, as on a Supabase project, \d takes the digits of every script, and a cast to a number fails.
test('a digit in a pattern is one of ten', () => {
  expect(migrations.filter(file => /\\d|\[:digit:\]/.test(textOf(file)))).toEqual([])
})
