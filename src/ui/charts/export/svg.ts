import { escapeHtml } from '../../../lib/text/escape-html'
import { drawBars, drawDivergingBars } from './bars'
import type { ChartTexts, Drawing } from './chart'
import { drawIntervals } from './intervals'
import { lines, MARGIN, STYLE, text, WIDTH } from './marks'
import { drawTrend } from './trend'

/**
 * A chart as an SVG that stands alone: its styles are inside, and its title, period, number of ratings and source are
 * part of the picture. On white in the colours of print, whatever the page looks like.
 */
export function svgOf({ title, subtitle, source }: ChartTexts, drawing: Drawing): string {
  const head = lines(title, 26, WIDTH - 2 * MARGIN)
  let y = MARGIN + 22
  const parts = head.map((line, i) => text(MARGIN, y + i * 32, line, 'title'))
  y += (head.length - 1) * 32 + 28
  for (const line of lines(subtitle, 15, WIDTH - 2 * MARGIN)) {
    parts.push(text(MARGIN, y, line, 'note'))
    y += 20
  }
  const body = draw(drawing, y + 12)
  parts.push(...body.marks)
  y = body.bottom + 34
  for (const line of lines(source, 13, WIDTH - 2 * MARGIN)) {
    parts.push(text(MARGIN, y, line, 'small'))
    y += 18
  }
  const height = Math.ceil(y + MARGIN - 18)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>`,
    ...parts,
    '</svg>',
  ].join('\n')
}

function draw(drawing: Drawing, top: number) {
  if (drawing.kind === 'intervals') return drawIntervals(drawing, top)
  if (drawing.kind === 'trend') return drawTrend(drawing, top)
  return drawing.kind === 'bars' ? drawBars(drawing, top) : drawDivergingBars(drawing, top)
}
