/**
 * The answer of the national portal's evaluation of how far dossiers are handled in time (`dvc-progress-tree`, decision
 * 766), saved as a file: `{ data: { parent, children: [{ departmentCode, departmentName, totalReceived, totalOnTime,
 * totalOverdue }] } }`. The names are those of captures of September 2026. A number that is not there is null and never
 * zero, and what the portal says of the quality of its numbers goes with them.
 */
import type { FileTable } from './file-cell.ts'
import { UnreadableFile } from './file-problem.ts'

/** The headings, as an import of handled dossiers recognises them. */
const headings = ['Cơ quan', 'Số hồ sơ đã giải quyết', 'Đúng hạn', 'Lưu ý về số liệu']

type Unit = { [key: string]: unknown }
const isUnit = (value: unknown): value is Unit => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a file that is such an answer and no table: the portal writes JSON, in UTF-8. */
export function evaluationText(bytes: Uint8Array) {
  const begin = new TextDecoder().decode(bytes.slice(0, 200))
  return /^\s*\{/.test(begin) ? new TextDecoder().decode(bytes) : undefined
}

/** As a table with a row for each unit below the one that was asked for. Throws UnreadableFile. */
export function evaluationTable(text: string): FileTable {
  const units = unitsIn(parsed(text)).map(unit => [
    written(unit.departmentName) || written(unit.departmentCode),
    count(unit, 'totalReceived'),
    count(unit, 'totalOnTime'),
    flagsOf(unit).join(' '),
  ])
  const isReported = ([, received]: string[]) => received !== ''
  return {
    rows: [headings, ...units.filter(isReported)],
    hiddenRows: new Set(),
    merges: [],
    unreported: units.filter(unit => !isReported(unit)).map(([name = '']) => name),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableFile('broken')
  }
}

function unitsIn(answer: unknown): Unit[] {
  const data = isUnit(answer) ? answer.data : undefined
  const children = isUnit(data) && Array.isArray(data.children) ? data.children.filter(isUnit) : []
  if (children.length === 0 || !children.some(unit => 'totalReceived' in unit)) throw new UnreadableFile('other_answer')
  return children
}

const written = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** Whole numbers as the database takes them; anything else as it stands, for the check to name it. */
const count = (unit: Unit, name: string) => {
  const value = unit[name]
  return value === null || value === undefined ? '' : String(value)
}

/** Words in capitals that say how good a number is, wherever the unit carries them: NO_NATIONAL_REPORT_DATA. */
function flagsOf(value: unknown): string[] {
  const found = new Set<string>()
  const walk = (part: unknown) => {
    if (typeof part === 'string' && /^[A-Z]+(_[A-Z]+)+$/.test(part)) found.add(part)
    else if (Array.isArray(part)) part.forEach(walk)
    else if (isUnit(part)) {
      for (const [name, inner] of Object.entries(part)) {
        if (inner === true && /^[A-Z]+(_[A-Z]+)+$/.test(name)) found.add(name)
        walk(inner)
      }
    }
  }
  walk(value)
  return [...found].sort()
}
