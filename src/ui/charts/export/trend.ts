import { goalsOf, trendPaths } from '../trend-paths'
import type { Drawing } from './chart'
import { colours, MARGIN, rule, text, WIDTH } from './marks'

const HEIGHT = 320

/** The rate by month, its interval as a band, the target line, and the last value beside its point. */
export function drawTrend({ points, target, breaks, last }: Extract<Drawing, { kind: 'trend' }>, top: number) {
  const box = { left: MARGIN + 60, right: WIDTH - MARGIN - 90, top: top + 10, bottom: top + HEIGHT }
  const { scale, x, y, step, placed, band, line } = trendPaths(points, target, box, breaks)
  const [start, end] = [box.left - 10, box.right + 10]
  const marks = scale.ticks.flatMap(tick => [
    rule(start, y(tick), end, y(tick), colours.line),
    text(start - 8, y(tick) + 5, `${tick}%`, `small end${tick === target ? ' strong' : ''}`),
  ])
  marks.push(`<path d="${band}" fill="${colours.band}"/>`)
  for (const goal of goalsOf(points, target, x, [start, end]))
    marks.push(rule(goal.from, y(goal.target), goal.to, y(goal.target), colours.ink, 2))
  marks.push(`<path d="${line}" fill="none" stroke="${colours.brand}" stroke-width="3" stroke-linejoin="round"/>`)
  for (const { month, label } of breaks) {
    marks.push(
      rule(x(month), box.top, x(month), box.bottom, colours.note, 1),
      text(x(month) + 4, box.top + 12, label, 'small'),
    )
  }
  const dots = placed.flatMap(place => place ?? [])
  const lastDot = dots.at(-1)
  for (const dot of dots) {
    marks.push(`<circle cx="${dot.x}" cy="${dot.y}" r="${dot === lastDot ? 7 : 3.5}" fill="${colours.brand}"/>`)
  }
  if (lastDot) marks.push(text(lastDot.x + 14, lastDot.y + 6, last, 'strong'))
  // As many labels as fit beside each other.
  const every = Math.max(1, Math.ceil(46 / Math.max(1, step)))
  points.forEach(({ month, label }, i) => {
    const isShown = i % every === 0 && (i + every <= points.length - 1 || i === points.length - 1)
    if (isShown || i === points.length - 1) marks.push(text(x(month), box.bottom + 20, label, 'small middle'))
  })
  return { marks, bottom: box.bottom + 26 }
}
