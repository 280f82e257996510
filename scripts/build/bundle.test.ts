// What the build makes of scripts/build/entries.ts, compared with what the sources import.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../bootstrap.js'
import { closureOf } from '../checks/source-graph.ts'
import { entries, offlineEntries } from './entries.ts'

const folder = mkdtempSync(join(tmpdir(), 'hai-long-bundle-'))
let chunks: { fileName: string; modules: string[]; imports: string[] }[]
let cached: string[]

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { output } = (await build({
    root,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })) as Rolldown.RolldownOutput
  chunks = output.flatMap(part =>
    part.type === 'chunk'
      ? [{ ...part, modules: part.moduleIds.map(id => relative(root, id)).filter(id => !id.startsWith('.')) }]
      : [],
  )
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  cached = [...worker.matchAll(/\burl:"([^"]+)"/g)].map(([, url = '']) => url)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** The scripts that hold what an entry imports. */
function scriptsOf(entry: string) {
  const [file = '', query] = entry.split('?')
  const needed = query ? [entry] : [...closureOf(file === entries.html ? entries.app : file)]
  return chunks.filter(({ modules }) => needed.some(module => modules.includes(module))).map(c => c.fileName)
}

test('the tap is one file: all that its entry imports and nothing else', () => {
  const tap = chunks.filter(({ modules }) => modules.includes(entries.tap))
  expect(tap).toHaveLength(1)
  expect(tap[0]?.imports).toEqual([])
  expect(tap[0]?.modules.toSorted()).toEqual([...closureOf(entries.tap)].toSorted())
})

test('the offline cache holds the scripts of a rating and no others', () => {
  const needed = new Set(offlineEntries.flatMap(scriptsOf))
  expect(cached.filter(url => url.endsWith('.js')).toSorted()).toEqual([...needed].toSorted())
})

test('the offline cache holds every style sheet that rate.html and index.html name', () => {
  const pages = ['rate.html', 'index.html'].map(name => readFileSync(join(folder, name), 'utf8'))
  const styles = [...pages.join().matchAll(/href="\/(assets\/[^"]+\.css)"/g)].map(([, url]) => url)
  expect(styles).not.toEqual([])
  expect(cached).toEqual(expect.arrayContaining([...styles, 'rate.html', 'index.html']))
})
