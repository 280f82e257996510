/** Unpacks zip archives, of which workbooks are made, with what the browser has for it. */
import { UnreadableFile } from '../files/file-problem.ts'

/** The most bytes that one part of an archive may unpack to: 7 MB of zeros would become 7 GB. */
const LARGEST_PART = 200_000_000

export type Archive = {
  /** The text of a part; null if there is none. Some programs write `\` and capitals where others write `/`. */
  read: (name: string) => Promise<string | null>
}

type Part = { method: number; isLocked: boolean; size: number; start: number }

const plainName = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/**
 * Opens an archive by its list at the end: what stands before each part may leave out sizes, as Java's writers do. Throws
 * UnreadableFile. Source: PKWARE APPNOTE 6.3.10.
 */
export function openArchive(bytes: Uint8Array<ArrayBuffer>): Archive {
  const parts = partsOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return {
    read: async name => {
      const part = parts.get(plainName(name))
      if (!part) return null
      if (part.isLocked) throw new UnreadableFile('locked')
      const packed = bytes.subarray(part.start, part.start + part.size)
      return new TextDecoder().decode(part.method === 0 ? packed : await inflated(packed))
    },
  }
}

function partsOf(view: DataView): Map<string, Part> {
  const parts = new Map<string, Part>()
  let end = view.byteLength - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) throw new UnreadableFile('broken')
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  for (let i = 0; i < count && view.getUint32(at, true) === 0x02014b50; i += 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map(field => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ]
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
    const { size, from } = placeOf(view, at, at + 46 + nameLength, extraLength)
    parts.set(plainName(name), {
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      size,
      start: from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true),
    })
    at += 46 + nameLength + extraLength + noteLength
  }
  return parts
}

/** The packed size and the offset of a part; programs that stream write them as 64 bits in an extra field. */
function placeOf(view: DataView, at: number, extra: number, length: number) {
  const full = 0xffffffff
  let [unpacked, size, from] = [24, 20, 42].map(field => view.getUint32(at + field, true)) as [number, number, number]
  for (let field = extra; field < extra + length - 4; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    const next = () => {
      value += 8
      return Number(view.getBigUint64(value - 8, true))
    }
    if (unpacked === full) unpacked = next()
    if (size === full) size = next()
    if (from === full) from = next()
  }
  if (unpacked > LARGEST_PART) throw new UnreadableFile('too_large')
  return { size, from }
}

async function inflated(packed: Uint8Array<ArrayBuffer>) {
  let unpacking: DecompressionStream
  try {
    unpacking = new DecompressionStream('deflate-raw')
  } catch {
    throw new UnreadableFile('old_browser') // Before Chrome 103, Firefox 113 and Safari 16.4.
  }
  const reader = new Blob([packed]).stream().pipeThrough(unpacking).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.length
    if (size > LARGEST_PART) throw new UnreadableFile('too_large')
  }
  return new Blob(chunks).arrayBuffer()
}
