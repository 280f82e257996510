import { inflateSync } from 'node:zlib'

/** Points to the inch. */
const POINTS = 72
/** As an office printer prints. */
const DPI = 300

type Matrix = [number, number, number, number, number, number]
type Box = { left: number; top: number; right: number; bottom: number }
export type PrintedPage = { size: string; black: Box[] }

/**
 * The pages of a PDF that Chromium has made, each with its size in millimetres and everything that is filled with pure
 * black on it: on a poster that is the code alone.
 */
export function printedPages(pdf: Buffer): PrintedPage[] {
  const text = pdf.toString('latin1')
  const sizes = [...text.matchAll(/\/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map(points => Math.round((Number(points) / POINTS) * 25.4)).join('×'),
  )
  const drawings = [...text.matchAll(/\bstream\r?\n/g)].flatMap(({ 0: word, index }) => {
    const start = index + word.length
    try {
      const drawing = inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')
      return / cm\n/.test(drawing) && / rg\b/.test(drawing) ? [drawing] : []
    } catch {
      return [] // A font or a picture.
    }
  })
  return sizes.map((size, page) => ({ size, black: blackIn(drawings[page] ?? '') }))
}

/** Follows the few operators that paths are drawn with (ISO 32000, annex A). */
function blackIn(drawing: string) {
  const boxes: Box[] = []
  const kept: { matrix: Matrix; isBlack: boolean }[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let isBlack = true
  let path: Box[] = []
  let numbers: number[] = []
  const grow = (x: number, y: number, isNew: boolean) => {
    const [a, b, c, d, e, f] = matrix
    const [px, py] = [a * x + c * y + e, b * x + d * y + f]
    const last = isNew ? undefined : path.at(-1)
    if (!last) path.push({ left: px, top: py, right: px, bottom: py })
    else {
      last.left = Math.min(last.left, px)
      last.right = Math.max(last.right, px)
      last.top = Math.min(last.top, py)
      last.bottom = Math.max(last.bottom, py)
    }
  }
  const operators: { [name: string]: (n: number[]) => void } = {
    q: () => kept.push({ matrix, isBlack }),
    Q: () => ({ matrix, isBlack } = kept.pop() ?? { matrix, isBlack }),
    cm: n => {
      matrix = times(n as Matrix, matrix)
    },
    rg: n => {
      isBlack = n.every(part => part === 0)
    },
    m: ([x = 0, y = 0]) => grow(x, y, true),
    l: ([x = 0, y = 0]) => grow(x, y, false),
    re: ([x = 0, y = 0, w = 0, h = 0]) => {
      grow(x, y, true)
      grow(x + w, y + h, false)
    },
    n: () => {
      path = []
    },
    f: () => {
      if (isBlack) boxes.push(...path)
      path = []
    },
  }
  for (const token of drawing.split(/\s+/)) {
    const number = Number(token)
    if (token !== '' && !Number.isNaN(number)) numbers.push(number)
    else {
      operators[token.replace('*', '')]?.(numbers)
      numbers = []
    }
  }
  return boxes
}

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

/** The black of a page in dots, as on paper. PDF counts from the bottom. */
export function inDots({ size, black }: PrintedPage) {
  const [width = 0, height = 0] = size.split('×').map(mm => Math.round((Number(mm) / 25.4) * DPI))
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const dots = (points: number) => Math.round((points / POINTS) * DPI)
  for (const { left, right, top, bottom } of black) {
    for (let y = height - dots(bottom); y < height - dots(top); y++) {
      for (let x = dots(left); x < dots(right); x++) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { data, width, height, colorSpace: 'srgb' as const }
}
