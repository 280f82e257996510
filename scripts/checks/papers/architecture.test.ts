// docs/architecture.md says where things are and what imports what: this compares it with the sources.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../bootstrap.js'
import { importsOf, programsIn } from '../source-graph.ts'

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

/** The rows of the ways: a file and a name that is declared in it. */
const hops = [...page.matchAll(/^\| `([^`]+)` +\| `(\w+)` +\|/gm)].map(([, file = '', name = '']) => ({ file, name }))

/** `src/rate/kiosk/page.tsx` -> `rate`, `src/main.tsx` -> `main`. */
const areaOf = (file: string) => (file.split('/')[1] ?? '').replace(/\.tsx?$/, '')

/** The imports between areas as the diagram writes them. Tests import what they like; paths.ts is left out. */
function importedAreas() {
  const edges = new Set<string>()
  for (const file of programsIn('src')) {
    if (/\.(test|fixtures)\.tsx?$/.test(file)) continue
    for (const { to } of importsOf(file)) {
      const [from, target] = [areaOf(file), areaOf(to)]
      if (to.startsWith('src/') && from !== target && from !== 'paths' && target !== 'paths')
        edges.add(`${from} --> ${target}`)
    }
  }
  return [...edges].sort()
}

/** Whether a file declares the name: a function, constant, class, table, method or property. */
function declares(code: string, name: string) {
  const statement = `\\b(?:function|const|class)\\s+${name}\\b`
  const member = `^\\s+(?:async )?${name}(?: = |: )\\(`
  const sql = `^create (?:function|table|view) (?:public|private)\\.${name}\\b`
  return new RegExp(`${statement}|${member}|${sql}`, 'm').test(code)
}

test('the diagram has an arrow for every import between areas, and no other', () => {
  const [, diagram = ''] = /```mermaid\n(.*?)```/s.exec(page) ?? []
  expect(diagram.match(/\w+ --> \w+/g)?.sort()).toEqual(importedAreas())
})

test.each(hops)('$file declares $name', ({ file, name }) => {
  expect(existsSync(join(root, file)), file).toBe(true)
  expect(declares(readFileSync(join(root, file), 'utf8'), name)).toBe(true)
})

test('the ways are read from the page', () => {
  expect(hops.length).toBeGreaterThan(40)
  expect(page.match(/^\| `[^`]+\.(tsx?|sql)` .*$/gm)).toHaveLength(hops.length)
})
