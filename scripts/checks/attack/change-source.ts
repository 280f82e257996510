// Runs before a server in its process (node --import) and changes what it loads: the sources stay as they are, and the
// server knows nothing of it. The changes stand in the address of this module.

import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Edit } from './guard.ts'

const root = new URL('../../../', import.meta.url)
const edits: Edit[] = JSON.parse(new URL(import.meta.url).searchParams.get('edits') ?? '[]')

/** Throws when the lines are not there, or there twice: what is not switched off must not pass for it. */
function changed(code: string, { file, from, to }: Edit) {
  const parts = code.split(from)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
  console.log(`changed ${file}`)
  return parts.join(to)
}

registerHooks({
  load(url, context, nextLoad) {
    const own = edits.filter(({ file }) => new URL(file, root).href === url)
    const loaded = nextLoad(url, context)
    if (own.length === 0) return loaded
    if (loaded.source == null) throw new Error(`${fileURLToPath(url)} was loaded without its source`)
    const code = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString()
    return { ...loaded, source: own.reduce(changed, code) }
  },
})
