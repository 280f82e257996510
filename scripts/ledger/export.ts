import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AdminClient } from '../admin/client.ts'
import { UserError } from '../terminal.js'
import { tilePath, tilesOf } from './tiles.ts'

/**
 * Writes the tree up to the last signed checkpoint as files for any web server. The checkpoint comes last, so that it never
 * speaks of what is not there yet. Returns the number of files.
 */
export async function exportTiles(call: AdminClient, folder: string) {
  const checkpoint = await call<{ size: number; note: string } | null>('ledger_checkpoint')
  if (!checkpoint) throw new UserError('The ledger has no checkpoint yet: the first release makes one.')
  const write = (name: string, content: string | Buffer) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, content)
    renameSync(`${path}.new`, path)
  }
  const tiles = tilesOf(checkpoint.size)
  for (const tile of tiles) {
    const hex = await call<string>('ledger_tile', { ...tile, tile: String(tile.tile), width: String(tile.width) })
    write(tilePath(tile), Buffer.from(hex, 'hex'))
  }
  write('checkpoint', checkpoint.note)
  return tiles.length + 1
}
