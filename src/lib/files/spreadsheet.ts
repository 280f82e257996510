/**
 * Reads a chosen file into rows of cells, whatever program and country it comes from. Formulas and macros never run.
 */
import { parse } from 'csv-parse/browser/esm/sync'

/** The content of a cell: a text, a number or a day of a workbook, or nothing. */
export type FileCell = string | number | boolean | Date | null

export type FileTable = {
  rows: FileCell[][]
  /** The text's encoding; null for a workbook. */
  encoding: Encoding | null
  separator: string | null
}
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

/** Reasons why a file cannot be read; `import.file.<key>` explains each. */
export type FileProblem =
  | 'empty'
  | 'too_large'
  | 'no_table'
  | 'old_workbook'
  | 'macros'
  | 'locked'
  | 'broken'
  | 'too_long'

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly key: FileProblem
  constructor(key: FileProblem) {
    super(key)
    this.key = key
  }
}

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
  if (!has(bytes, latin('xl/workbook.xml'))) throw new UnreadableFile('no_table')
  return 'workbook'
}

const begins = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte)
const latin = (text: string) => [...text].map(letter => letter.charCodeAt(0))
const utf16 = (text: string) => latin(text).flatMap(code => [code, 0])

function has(bytes: Uint8Array, wanted: number[]) {
  const first = wanted[0] as number
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** The encoding of a text without a mark: UTF-16 has a zero beside every Latin letter, and only UTF-8 is valid UTF-8. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (begins(bytes, [0xfe, 0xff])) return 'utf-16be'
  const start = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  start.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = start.length / 8
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1258'
  }
}

const separators = [',', ';', '\t']

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

/** Letters that no text has: a picture, a program, a document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const strange = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffd]/g

/** The rows of a CSV file. Combining marks, as Windows-1258 has them, become whole letters. Throws UnreadableFile. */
export function readText(bytes: Uint8Array): FileTable {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes).normalize('NFC')
  if (text.trim() === '') throw new UnreadableFile('empty')
  const sample = text.slice(0, 4096)
  if ((sample.match(strange)?.length ?? 0) > sample.length / 200) throw new UnreadableFile('no_table')
  const separator = separatorOf(text)
  try {
    const rows: string[][] = parse(text.replace(/^sep=.\r?\n/, '\n'), {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_ROWS + 100,
    })
    return { rows, encoding, separator }
  } catch {
    throw new UnreadableFile('broken')
  }
}
