import type { ImportKind } from '../../lib/files/import-schema'
import { type FileProblem, LARGEST_FILE, UnreadableFile } from '../../lib/files/spreadsheet'
import type { ReadAnswer, ReadOrder } from './spreadsheet-worker'

/** The worker with the last file that was read; a new file gets a new one. */
let worker: Worker | undefined

function ask<Answer>(order: ReadOrder): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new UnreadableFile('broken'))
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) =>
      'problem' in data ? reject(new UnreadableFile(data.problem as FileProblem)) : resolve(data as Answer)
    worker.onerror = () => reject(new UnreadableFile('broken'))
    worker.postMessage(order, order.do === 'read' ? [order.bytes] : [])
  })
}

/** Reads a file: its headings, and which columns they are taken for. Throws UnreadableFile. */
export async function readTable(kind: ImportKind, file: File) {
  if (file.size > LARGEST_FILE) throw new UnreadableFile('too_large')
  worker?.terminate()
  worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { type: 'module' })
  const bytes = await file.arrayBuffer().catch(() => {
    throw new UnreadableFile('broken') // Moved or changed since it was chosen.
  })
  const { table } = await ask<Extract<ReadAnswer, { table: unknown }>>({ do: 'read', kind, bytes })
  return table
}

/** All rows of the file that was read last, with the columns that were chosen. Throws UnreadableFile. */
export async function readRows(columns: (string | null)[]) {
  const { rows } = await ask<Extract<ReadAnswer, { rows: unknown }>>({ do: 'rows', columns })
  return rows
}
