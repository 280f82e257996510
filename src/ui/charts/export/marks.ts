import { symbol, symbolCircle, symbolDiamond2 } from 'd3-shape'
import type { Verdict } from '../../../lib/figures/figure'
import { escapeHtml } from '../../../lib/text/escape-html'

export const WIDTH = 960
export const MARGIN = 32

/** As in tokens.css by day: a picture has no variables to ask. */
export const colours = {
  ink: '#10201d',
  note: '#566763',
  line: '#d2dcd8',
  brand: '#0a5c58',
  band: '#cfe5e1',
  counted: '#1f7a73',
  uncounted: '#7d8b87',
  wish: '#cb6c4b',
  marks: { met: '#0a5c58', undecided: '#4d5d59', not_met: '#98341a', unproven: '#4d5d59' },
  bars: { met: '#3f9990', undecided: '#7d8b87', not_met: '#cb6c4b', unproven: '#b9c4c0' },
} as const

export const STYLE = `text { font: 15px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Khmer', sans-serif; fill: ${colours.ink} }
.title { font-size: 26px; font-weight: 700 } .strong { font-weight: 700 } .note { fill: ${colours.note} }
.small { font-size: 13px; fill: ${colours.note} } .end { text-anchor: end } .middle { text-anchor: middle }`

export const text = (x: number, y: number, words: string, classes = '') =>
  `<text x="${round(x)}" y="${round(y)}"${classes && ` class="${classes}"`}>${escapeHtml(words)}</text>`

export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(height)}" rx="${radius}" fill="${fill}"/>`

export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1) =>
  `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${stroke}" stroke-width="${width}" fill="none"/>`

/** The shape shows the verdict too: filled circle, hollow circle (a thin one where nothing is proven), diamond. */
export function mark(x: number, y: number, verdict: Verdict) {
  const shape = symbol(verdict === 'not_met' ? symbolDiamond2 : symbolCircle, 110)() ?? ''
  const isHollow = verdict === 'undecided' || verdict === 'unproven'
  const fill = isHollow ? '#fff' : colours.marks[verdict]
  const width = verdict === 'undecided' ? 3 : 1.5
  return `<path transform="translate(${round(x)} ${round(y)})" d="${shape}" fill="${fill}" stroke="${isHollow ? colours.marks.undecided : '#fff'}" stroke-width="${width}"/>`
}

const round = (value: number) => Math.round(value * 10) / 10

/** Words in lines no wider than the width, guessed from the size: a file cannot measure its reader's font. */
export function lines(words: string, size: number, width: number): string[] {
  const most = Math.max(8, Math.floor(width / (size * 0.54)))
  const all: string[] = []
  for (const word of words.split(' ')) {
    const last = all.at(-1)
    if (last !== undefined && last.length + word.length < most) all[all.length - 1] = `${last} ${word}`
    else all.push(word)
  }
  return all
}
