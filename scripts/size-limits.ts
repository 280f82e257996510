import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './packages.js'

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

const dist = join(root, 'dist')
const gzipSize = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000

/** The scripts that load when these entries do, each once. */
function scriptsOf(manifest: Manifest, entries: string[]) {
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) return
    if (chunk.file.endsWith('.js')) seen.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  return [...seen]
}

const total = (files: string[]) => files.reduce((sum, file) => sum + gzipSize(file), 0)

/**
 * What the built app sends, in kB after gzip, and the most it may. `goal` is what it ought to be and is not yet: until
 * it is, the limit stands just above today's size, so that it cannot grow.
 */
export function measureSizes() {
  const manifestFile = join(dist, '.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new Error('the build left no manifest')
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const rating = ['index.html', 'src/rate/rate-page.tsx', 'src/i18n/vi.json']
  const results = ['index.html', 'src/results/results-page.tsx', 'src/i18n/vi.json']
  return [
    { what: 'the page itself, with its inline styles', size: gzipSize('index.html'), limit: 14 },
    {
      what: 'scripts until the conversation is interactive',
      size: total(scriptsOf(manifest, rating)),
      limit: 142,
      goal: 130,
    },
    { what: 'scripts until the results are there', size: total(scriptsOf(manifest, results)), limit: 230 },
  ]
}
