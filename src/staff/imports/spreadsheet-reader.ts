import { UnreadableFile } from '../../lib/files/file-problem'
import type { ImportKind } from '../../lib/files/import-schema'
import { LARGEST_FILE } from '../../lib/files/spreadsheet'
import type { ReadAnswer, ReadOrder } from './spreadsheet-worker'

/** The worker with the last file that was read; a new file gets a new one. */
let worker: Worker | undefined

function ask<Answer>(order: ReadOrder, onProgress?: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new UnreadableFile('broken'))
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if ('share' in data) onProgress?.(data.share)
      else if ('problem' in data) reject(new UnreadableFile(data.problem, data.at))
      else resolve(data as Answer)
    }
    worker.onerror = () => reject(new UnreadableFile('broken'))
    worker.postMessage(order, order.do === 'read' ? [order.bytes] : [])
  })
}

type TableAnswer = Extract<ReadAnswer, { table: unknown }>

/** Reads a file: its headings, and which columns they are taken for. Throws UnreadableFile. */
export async function readTable(kind: ImportKind, file: File, onProgress: (share: number) => void) {
  if (file.size > LARGEST_FILE) throw new UnreadableFile('too_large')
  worker?.terminate()
  worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { type: 'module' })
  const bytes = await file.arrayBuffer().catch(() => {
    throw new UnreadableFile('broken') // Moved or changed since it was chosen.
  })
  return (await ask<TableAnswer>({ do: 'read', kind, bytes }, onProgress)).table
}

/** Another sheet of the workbook that was read last. Throws UnreadableFile. */
export const readSheet = async (sheet: number) => (await ask<TableAnswer>({ do: 'sheet', sheet })).table

/** All rows of the file that was read last, with the columns that were chosen. Throws UnreadableFile. */
export async function readRows(columns: (string | null)[]) {
  const { rows } = await ask<Extract<ReadAnswer, { rows: unknown }>>({ do: 'rows', columns })
  return rows
}
