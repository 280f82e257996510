import { queryOptions } from '@tanstack/react-query'
import type { ImportKind, ImportRows } from '../lib/files/import-schema'
import { supabase } from './client'
import type { Database } from './database-types'

type Row = Database['public']['Functions']['imports']['Returns'][number]
/** An import that was written. `size` is null once the file has been deleted. */
export type Import = Omit<Row, 'kind' | 'size' | 'undone_at' | 'undone_by'> & {
  kind: ImportKind
  size: number | null
  undone_at: string | null
  undone_by: string | null
}

/** A problem in a row; `row` counts the rows that were sent from 1, `other` is an earlier row with the same key. */
export type ImportProblem = { row: number; column: string; key: string; other: number | null }

export type ImportCheck = {
  rows: number
  added: number
  changed: number
  /** Fields of procedures that the file brings along. */
  new_fields: string[]
  /** At most a thousand, the first of every kind among them. */
  problems: ImportProblem[]
  problem_count: number
  problem_kinds: { column: string; key: string; n: number }[]
}
/** Visit codes are sent once, by the row that asked for them. */
export type ImportDone = ImportCheck & { codes?: { row: number; codes: string[] }[] }

/** Few enough for one request, and for citizens to be answered between two. */
const PART = 4000

/** A file as a request carries it. */
export const base64Of = (file: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/**
 * Uploads a file and its rows and has them checked. `onProgress` gets the share that has arrived, 0..1.
 * Refusals: see public.begin_import, public.add_import_rows, public.check_import.
 */
export async function sendImport(kind: ImportKind, file: File, read: ImportRows, onProgress: (share: number) => void) {
  onProgress(0)
  const { data: id } = await supabase
    .rpc('begin_import', { kind, file_name: file.name, file: await base64Of(file) })
    .throwOnError()
  for (let from = 0; from < read.rows.length; from += PART) {
    const rows = read.rows.slice(from, from + PART)
    await supabase.rpc('add_import_rows', { import: String(id), columns: read.columns, rows }).throwOnError()
    onProgress(Math.min(1, (from + PART) / read.rows.length))
  }
  const { data: check } = await supabase.rpc('check_import', { import: String(id) }).throwOnError()
  return { id: id as number, check: check as unknown as ImportCheck }
}

/** All problems of the last check, however many. `onProgress` gets the share that has arrived, 0..1. */
export async function importProblems(id: number, check: ImportCheck, onProgress: (share: number) => void) {
  if (check.problem_count === check.problems.length) return check.problems
  const all: ImportProblem[] = []
  for (let part = 0; all.length < check.problem_count; part++) {
    const { data } = await supabase
      .rpc('import_problem_part', { import: String(id), part: String(part) })
      .throwOnError()
    const problems = data as unknown as ImportProblem[]
    if (problems.length === 0) break
    for (const problem of problems) all.push(problem)
    onProgress(all.length / check.problem_count)
  }
  return all
}

/** Writes all rows, or none. */
export async function finishImport(id: number) {
  const { data } = await supabase.rpc('finish_import', { import: String(id) }).throwOnError()
  return data as unknown as ImportDone
}

export const imports = queryOptions({
  queryKey: ['imports'],
  queryFn: async () => {
    const { data } = await supabase.rpc('imports').throwOnError()
    return data as Import[]
  },
})

export async function undoImport(id: number) {
  await supabase.rpc('undo_import', { import: String(id) }).throwOnError()
}

/** The file as it came. */
export async function importFile(id: number) {
  const { data } = await supabase.rpc('import_file', { import: String(id) }).throwOnError()
  const { name, base64 } = data as { name: string; base64: string }
  return { name, bytes: Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)) }
}
