import writeExcelFile from 'write-excel-file/browser'
import { type DataPackage, fetchDataPackage, fetchFresh, fileUrls } from '../../data/open-data'
import { utcMidnight } from '../../lib/dates/day'

type Row = Record<string, string | number | boolean | object | null>
type Field = DataPackage['resources'][number]['schema']['fields'][number]

/** Counts, in questions too, and lists of days as the database writes them: so they are hashed. */
const written = (value: object): string => {
  const inside = (part: unknown) => (typeof part === 'object' && part !== null ? written(part) : String(part))
  if (Array.isArray(value)) return `[${value.map(inside).join(', ')}]`
  const entries = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${inside(part)}`)
  return `{${entries.join(', ')}}`
}

/** A cell with the type of its column: codes stay text, or a spreadsheet would cut their last zeros. */
function cell(value: Row[string] | undefined, { type }: Field) {
  if (value === null || value === undefined) return null
  if (type === 'integer' || type === 'number') return { value: Number(value), type: Number as NumberConstructor }
  if (type === 'date') return { value: utcMidnight(String(value)), type: Date as DateConstructor, format: 'yyyy-mm-dd' }
  return { value: typeof value === 'object' ? written(value) : String(value), type: String as StringConstructor }
}

const widthOf = ({ name, type }: Field) => ({ width: type === 'string' ? Math.max(16, name.length + 2) : 12 })

/** Loads every file and hands all of them over as one workbook, a sheet a file. */
export async function saveWorkbook(files: string[], onProgress: (done: number) => void) {
  const { resources } = await fetchDataPackage()
  const sheets = []
  for (const [done, file] of files.entries()) {
    onProgress(done)
    const fields = resources.find(({ path }) => path.endsWith(`file=${file}`))?.schema.fields ?? []
    const rows = await fetchFresh<Row[]>(fileUrls(file).json)
    const head = fields.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }))
    sheets.push({
      data: [head, ...rows.map(row => fields.map(field => cell(row[field.name], field)))],
      sheet: file.slice(0, 31),
      columns: fields.map(widthOf),
      stickyRowsCount: 1,
    })
  }
  await writeExcelFile(sheets).toFile('hai-long.xlsx')
}
