/**
 * Recognises a chosen file, and reads one that is a text, whatever program and country it comes from. Formulas and macros
 * never run.
 */
import { parse } from 'csv-parse/browser/esm/sync'
import { seenCell, UnreadableFile } from './file-problem.ts'
import { begins, type Encoding, encodingOf, hasTones, refuseUncertainLetters, strange } from './text-encoding.ts'

export type TextTable = { rows: string[][]; encoding: Encoding; separator: string }

/** The most bytes of a file and rows of an import that the database accepts. */
export const LARGEST_FILE = 7_000_000
export const MOST_ROWS = 100_000

export type FileKind = 'workbook' | 'text'

/** Recognises the kind of a file by its bytes, not by its name. Throws UnreadableFile if it is no table. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (bytes.length > LARGEST_FILE) throw new UnreadableFile('too_large')
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return workbook(bytes)
  // OLE: Excel before 2007, and a workbook behind a password.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableFile(has(bytes, utf16('EncryptedPackage')) ? 'locked' : 'old_workbook')
  }
  return 'text'
}

/** The names in a zip archive are not packed. */
function workbook(bytes: Uint8Array): FileKind {
  if (has(bytes, latin('vbaProject.bin'))) throw new UnreadableFile('macros')
  // LibreOffice's own format, and Excel's binary one.
  if (has(bytes, latin('opendocument.spreadsheet')) || has(bytes, latin('xl/workbook.bin')))
    throw new UnreadableFile('other_workbook')
  if (!['xl/w', 'xl\\w'].some(name => has(bytes, latin(name)))) throw new UnreadableFile('no_table')
  return 'workbook'
}

const latin = (text: string) => [...text].map(letter => letter.charCodeAt(0))
const utf16 = (text: string) => latin(text).flatMap(code => [code, 0])

function has(bytes: Uint8Array, wanted: number[]) {
  const first = wanted[0] as number
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

const separators = [',', ';', '\t', '|']

/** The separator that cuts most of the first lines into the same number of columns; Excel's own `sep=` names it. */
export function separatorOf(text: string): string {
  const named = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (named) return named
  // A separator inside quotation marks is text.
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const lines = bare.split(/\r\n|\r|\n/, 30).filter(line => line.trim() !== '')
  const scored = separators.map(separator => {
    const counts = lines.map(line => line.split(separator).length - 1)
    // A title above the table has none.
    const score = Math.max(...counts.map(count => count * counts.filter(other => other === count).length))
    return { separator, score }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

/** Programs name a web page or an XML file .xls, and Excel opens it as a table. */
const isWebPage = (text: string) => /^\s*<(\?xml|!doctype|html|table|head|body|meta|style)/i.test(text)

/** The rows of a CSV file. Combining marks, as Windows-1258 has them, become whole letters. Throws UnreadableFile. */
export function readText(bytes: Uint8Array): TextTable {
  const encoding = encodingOf(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: programs of before Windows end a file with them.
  const decoded = new TextDecoder(encoding).decode(bytes).replace(/[\u0000\u001a]+$/, '')
  const text = decoded.normalize('NFC')
  if (text.trim() === '') throw new UnreadableFile('empty')
  const sample = text.slice(0, 4096)
  if (isWebPage(sample)) throw new UnreadableFile('web_page')
  if ((sample.match(strange)?.length ?? 0) > Math.max(2, sample.length / 200)) throw new UnreadableFile('no_table')
  const separator = separatorOf(text)
  const rows = rowsOf(text, separator)
  refuseOpenQuotes(rows, separator)
  if (encoding === 'windows-1258' && !hasTones(decoded)) refuseUncertainLetters(rows)
  return { rows, encoding, separator }
}

function rowsOf(text: string, separator: string): string[][] {
  try {
    const rows: string[][] = parse(text.replace(/^sep=.\r?\n/, '\n'), {
      delimiter: separator,
      // A file that was put together from two may end its lines in two ways.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      // A quotation mark after a blank quotes, too; where tabs separate, a tab is no blank.
      ltrim: separator !== '\t',
      to: MOST_ROWS + 100,
    })
    // A blank after the closing mark makes the marks part of the cell.
    return rows.map(row => row.map(cell => (cell.startsWith('"') ? cell.replace(/^"([^"]*)"\s+$/, '$1') : cell)))
  } catch (error) {
    const { records } = error as { records?: number }
    throw new UnreadableFile('open_quote', records === undefined ? undefined : { cell: String(records + 1), seen: '"' })
  }
}

/** A quotation mark that was opened and not closed takes in the lines that follow, up to the next one. */
function refuseOpenQuotes(rows: string[][], separator: string) {
  const width = Math.max(...rows.slice(0, 100).map(row => row.length))
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex(
      cell => (cells.length !== width || cell.startsWith('"')) && holdsRows(cell, separator, Math.max(3, width)),
    )
    if (column >= 0) throw new UnreadableFile('open_quote', seenCell(row, column, cells[column]?.split(/[\r\n]/, 1)[0]))
  }
}

const holdsRows = (cell: string, separator: string, width: number) =>
  cell
    .split(/\r\n|\r|\n/)
    .slice(1)
    .some(line => line.split(separator).length >= width - 1)
