// Questions about a bundle that is about to be written.

import type { Rolldown } from 'vite'
import { idOf } from './entries.ts'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }

const isChunk = (part: Bundle[string] | undefined): part is Chunk => part?.type === 'chunk'

/** The chunk that starts with an entry, else the one that holds it. */
export function chunkOf(bundle: Bundle, entry: string): Chunk {
  const id = idOf(entry)
  const chunks = Object.values(bundle).filter(isChunk)
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === id) ?? chunks.find(c => c.moduleIds.includes(id))
  if (!chunk) throw new Error(`the build has no chunk for ${entry}`)
  return chunk
}

/** The chunks that an entry cannot start without, its own first. */
export function chunksOf(bundle: Bundle, entry: string): Chunk[] {
  const found = new Set<Chunk>()
  const add = (chunk: Chunk) => {
    if (found.has(chunk)) return
    found.add(chunk)
    for (const file of chunk.imports) {
      const imported = bundle[file]
      if (isChunk(imported)) add(imported)
    }
  }
  add(chunkOf(bundle, entry))
  return [...found]
}

/** The style sheets of a chunk. */
export const stylesOf = (chunk: Chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]

/** All files that an entry cannot start without. */
export const filesOf = (bundle: Bundle, entry: string) => [
  ...new Set(chunksOf(bundle, entry).flatMap(chunk => [chunk.fileName, ...stylesOf(chunk)])),
]
