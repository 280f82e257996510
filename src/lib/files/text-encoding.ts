/** How a text was written to a file, and letters that were lost on the way. */
import { type FileCell, isBlank } from './file-cell.ts'
import { type FileProblem, seenCell, UnreadableFile } from './file-problem.ts'

/** Letters that no text has: a picture, a program, a document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const strange = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffd]/g

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

export const begins = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte)

/**
 * The encoding of a text: its mark, or what only one encoding can have. UTF-16 has a zero beside every Latin letter, and
 * only UTF-8 is valid UTF-8. Throws UnreadableFile for UTF-8 with a few wrong bytes, which is no other encoding.
 */
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
  if (odd > many && even < odd / 16) return 'utf-16le'
  if (even > many && odd < even / 16) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    refuseDamagedUtf8(bytes)
    return 'windows-1258'
  }
}

/** The length of the letter that begins here in UTF-8; 0 if none does. */
function letterLength(bytes: Uint8Array, at: number) {
  const first = bytes[at] as number
  const length = first < 0x80 ? 1 : first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (first >= 0xf5) return 0
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function refuseDamagedUtf8(bytes: Uint8Array) {
  const wrong: number[] = []
  let letters = 0
  for (let at = 0; at < bytes.length; ) {
    const length = letterLength(bytes, at)
    if (length === 0) wrong.push(at)
    else if (length > 1) letters += 1
    at += length || 1
  }
  const [first = 0] = wrong
  const isMarked = begins(bytes, [0xef, 0xbb, 0xbf])
  // Text in another encoding almost never forms letters of UTF-8 by accident.
  if (!isMarked && letters < wrong.length * 2) return
  const line = bytes.subarray(0, first).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0)
  const around = new TextDecoder().decode(bytes.subarray(bytes.lastIndexOf(10, first) + 1, first + 12))
  const seen = around.split(/[\r\n]/, 1)[0] ?? ''
  throw new UnreadableFile('bad_bytes', { cell: String(line + 1), seen: seen.slice(-40) })
}

/** UTF-8 that was taken for Windows-1252 and saved again: "Chá»£ Má»›i". */
const mangled = /Ã[\u0080-¿‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|á[º»]|Ä[‘ƒ\u0090\u0091]|Æ[°¡]|â€/
/** Letters as a web page writes them. */
const ofWeb = /&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|nbsp|[aeiouy](?:grave|acute|tilde|circ));/i
/** Question marks inside a word, at its start, or alone: the letters could not be saved. */
const lost = /\p{L}\?+\p{L}|(?:^|\s)\?+\p{L}|(?:^|\s)\?{2,}(?:\s|$)|\ufffd/u
/** What Vietnamese never has, and fonts of before Unicode are made of. */
const ofFonts = /(?!m[²³])\p{L}[¡-ª¬-º¼-¿×÷]|[¡-ª¬-º¼-¿×÷]\p{L}|[ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]/u
/** VNI writes a tone as a second letter, TCVN3 each letter as a sign. */
const ofVni = /[aeiouyôö][øûïåäëüöù]|ñ[aeiouyôö]/i
const vietnamese = /[đơưăĐƠƯĂ\u1ea0-\u1ef9]/u

type Legacy = { count: number; vni: number; first: [row: number, column: number, seen: string] | undefined }

/**
 * Throws UnreadableFile at the first cell whose Vietnamese letters are not there any more. `isGuess`: the encoding may be
 * another one, and then letters that look right prove nothing.
 */
export function refuseLostLetters(rows: FileCell[][], isGuess = false) {
  const legacy: Legacy = { count: 0, vni: 0, first: undefined }
  let whole = 0
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: anything but ASCII, and what may stand for a lost letter.
      if (typeof cell !== 'string' || isBlank(cell) || !/[^\u0001-%'->@-\u007f]/.test(cell)) continue
      const fault = lostIn(cell)
      if (fault) throw new UnreadableFile(fault, seenCell(row, column, cell))
      const isOfFonts = ofFonts.test(cell)
      if (vietnamese.test(cell) && !(isGuess && isOfFonts)) whole += 1
      else if (isOfFonts) {
        legacy.first ??= [row, column, cell]
        legacy.count += 1
        if (ofVni.test(cell)) legacy.vni += 1
      }
    }
  }
  // A single one may be a foreign name.
  if (legacy.first && legacy.count >= 2 && legacy.count > whole / 20)
    throw new UnreadableFile(legacy.vni * 2 >= legacy.count ? 'vni' : 'tcvn3', seenCell(...legacy.first))
}

function lostIn(text: string): FileProblem | undefined {
  if (text.includes('\0')) return 'bad_bytes'
  if (mangled.test(text) || ofWeb.test(text)) return 'mangled_letters'
  return lost.test(text) && !/https?:/.test(text) ? 'lost_letters' : undefined
}

/** A vowel and its tone, as Windows-1258 has them; a tone after another letter is none. */
const toned = /[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/iu
const strayTone = /[^aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/iu
/** Bytes that are other letters in Windows-1252, or no letters at all. */
const uncertain = /[ĂăĐđƠơƯư₫]|\p{M}|\p{L}[\u0080-\u009f‚ƒ„†‡ˆ‰‹Œ˜›œŸ]|[\u0080-\u009f]\p{L}/u

/** Whether a text that was read as Windows-1258 shows by its tones that it is. */
export const hasTones = (text: string) => toned.test(text) && !strayTone.test(text)

/** Throws UnreadableFile at the first cell that another encoding would read in another way: 'xã' would become 'xă'. */
export function refuseUncertainLetters(rows: string[][]) {
  refuseLostLetters(rows, true)
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex(cell => uncertain.test(cell) || ofFonts.test(cell))
    if (column >= 0) throw new UnreadableFile('unknown_encoding', seenCell(row, column, cells[column]))
  }
}
