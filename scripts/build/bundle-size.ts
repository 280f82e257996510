import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../bootstrap.js'
import { entries, publicCatalogues, rateCatalogues } from './entries.ts'

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

const dist = join(root, 'dist')
const gzipSize = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000

/** The scripts that load when these entries do, each once. */
function scriptsOf(manifest: Manifest, entries: string[]) {
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    if (seen.has(chunk.file)) return
    if (chunk.file.endsWith('.js')) seen.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  return [...seen]
}

const total = (files: string[]) => files.reduce((sum, file) => sum + gzipSize(file), 0)

/** What the built app sends, in kB after gzip, and the most it may. */
export function measureSizes() {
  const manifestFile = join(dist, '.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new Error('the build left no manifest')
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const tap = [entries.tap]
  const conversation = [...tap, entries.conversation, rateCatalogues.vi]
  // It comes in one piece; what may follow is another language.
  const inAllLanguages = [...conversation, ...Object.values(rateCatalogues)]
  const results = [entries.html, entries.results, rateCatalogues.vi, publicCatalogues.vi]
  return [
    { what: 'the first question, with its inline styles', size: gzipSize('rate.html'), limit: 14 },
    { what: 'scripts until a tap is stored', size: total(scriptsOf(manifest, tap)), limit: 6 },
    {
      what: 'scripts until the whole conversation is interactive',
      size: total(scriptsOf(manifest, conversation)),
      limit: 130,
    },
    { what: 'the page in another site’s frame, scripts included', size: gzipSize('embed.html'), limit: 8 },
    {
      what: 'scripts for all of the conversation, in every language',
      size: total(scriptsOf(manifest, inAllLanguages)),
      limit: 190,
    },
    { what: 'scripts until the results are there', size: total(scriptsOf(manifest, results)), limit: 190 },
  ]
}
