import { scaleLinear } from 'd3-scale'
import { plotScale } from '../../../lib/figures/plot-scale'
import type { Drawing } from './chart'
import { colours, lines, MARGIN, mark, rect, rule, text, WIDTH } from './marks'

const NAMES = 330
const NUMBERS = 250

/** Rows of a rate with its 95 % interval, and the target line through all of them. */
export function drawIntervals({ rows, target, targetLabel }: Extract<Drawing, { kind: 'intervals' }>, top: number) {
  const scale = plotScale(
    rows.flatMap(({ figure }) => figure ?? []),
    target,
  )
  const x = scaleLinear([scale.min, scale.max], [MARGIN + NAMES, WIDTH - MARGIN - NUMBERS]).clamp(true)
  const marks = scale.ticks
    .filter(tick => Math.abs(tick - target) >= (scale.max - scale.min) * 0.2)
    .map(tick => text(x(tick), top + 12, `${tick}%`, 'small middle'))
  marks.push(text(x(target), top + 12, targetLabel, 'small strong middle'))
  let y = top + 24
  const drawn: string[] = []
  for (const { name, isHeading, figure, text: numbers = '' } of rows) {
    const named = lines(name, 15, isHeading ? WIDTH - 2 * MARGIN : NAMES - 16)
    const height = (isHeading ? 14 : 12) + named.length * 19
    const middle = y + height / 2
    const first = middle + 5 - ((named.length - 1) * 19) / 2 + (isHeading ? 4 : 0)
    named.forEach((line, i) => {
      drawn.push(text(MARGIN, first + i * 19, line, isHeading ? 'strong' : ''))
    })
    if (figure) {
      const [low, high] = [x(figure.low * 100), x(figure.high * 100)]
      drawn.push(rect(low, middle - 5, high - low, 10, colours.bars[figure.verdict], 5))
      drawn.push(mark(x(figure.rate * 100), middle, figure.verdict))
    }
    drawn.push(text(WIDTH - MARGIN, middle + 5, numbers, figure ? 'end' : 'end note'))
    y += height
    if (!isHeading) drawn.push(rule(MARGIN, y, WIDTH - MARGIN, y, colours.line))
  }
  const grid = scale.ticks.map(tick => rule(x(tick), top + 22, x(tick), y, colours.line))
  return { marks: [...marks, ...grid, rule(x(target), top + 18, x(target), y, colours.ink, 2), ...drawn], bottom: y }
}
