import type { Office } from '../../data/offices'
import { plainWords } from '../../lib/files/cell-values'
import type { ImportRows } from '../../lib/files/import-schema'

/** A person's words for an office, without what is the same for all of them: 'UBND xã Chợ Mới' is 'xa cho moi'. */
const nameKey = (name: string) =>
  plainWords(name).replace(
    /^(ubnd|uy ban nhan dan|trung tam( phuc vu)? hanh chinh cong|bo phan mot cua|tt pvhcc)( cua)? /,
    '',
  )

/** The codes of offices by their names; a name that several have is none. */
function codesByName(offices: Office[]) {
  const codes = new Map<string, string | null>()
  for (const { code, name, desk } of offices) {
    for (const key of new Set([nameKey(name), nameKey(desk ?? name)])) codes.set(key, codes.has(key) ? null : code)
  }
  return codes
}

/** Rows that name an office instead of its code get the code; what names none, or several, stays for the check to name. */
export function withOfficeCodes(rows: ImportRows, offices: Office[]): ImportRows {
  const at = rows.columns.indexOf('office_code')
  if (at < 0) return rows
  const known = new Set(offices.map(({ code }) => code))
  // Of those that share a name the one that is open is meant.
  const open = codesByName(offices.filter(({ closed_on }) => closed_on === null))
  const all = codesByName(offices)
  const codeOf = (cell: string) => open.get(nameKey(cell)) ?? all.get(nameKey(cell)) ?? cell
  return {
    ...rows,
    rows: rows.rows.map(row => row.map((cell, i) => (i === at && cell && !known.has(cell) ? codeOf(cell) : cell))),
  }
}

/** Every row gets what the file says nowhere. */
export const withColumn = (rows: ImportRows, name: string, value: string): ImportRows => ({
  ...rows,
  columns: [...rows.columns, name],
  rows: rows.rows.map(row => [...row, value]),
})
