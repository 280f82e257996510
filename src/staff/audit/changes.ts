import type { Json } from '../../data/database-types'

export type Change = { column: string; before: string | null; after: string | null }

const shown = (value: Json | undefined) =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)

const columnsOf = (row: Json) => (row && typeof row === 'object' && !Array.isArray(row) ? row : {})

/** The columns that differ between two states of a row; of a new or a deleted row, those that are not null. */
export function changesBetween(before: Json, after: Json): Change[] {
  const [old, now] = [columnsOf(before), columnsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map(column => ({ column, before: shown(old[column]), after: shown(now[column]) }))
    .filter(change => change.before !== change.after)
}
