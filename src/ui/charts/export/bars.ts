import { scaleLinear } from 'd3-scale'
import type { Drawing } from './chart'
import { colours, lines, MARGIN, rect, text, WIDTH } from './marks'

const NAMES = 280
const ROW = 34

/** Zero-based bars in the order given; what counts as satisfied has a colour of its own. */
export function drawBars({ bars }: Extract<Drawing, { kind: 'bars' }>, top: number) {
  const most = Math.max(1, ...bars.map(({ share }) => share))
  const x = scaleLinear([0, most], [0, WIDTH - 2 * MARGIN - NAMES - 180])
  let y = top
  const marks = bars.flatMap(({ name, share, text: numbers, isCounted, isHeading }) => {
    const middle = y + ROW / 2
    y += ROW
    if (isHeading) return [text(MARGIN, middle + 9, name, 'strong')]
    const end = MARGIN + NAMES + x(share)
    return [
      text(MARGIN, middle + 5, name),
      rect(MARGIN + NAMES, middle - 9, Math.max(2, x(share)), 18, isCounted ? colours.counted : colours.uncounted, 3),
      text(end + 10, middle + 5, numbers),
    ]
  })
  return { marks, bottom: y }
}

/** Wishes to the left, praise to the right, on one scale. */
export function drawDivergingBars({ heads, bars }: Extract<Drawing, { kind: 'diverging-bars' }>, top: number) {
  const middle = WIDTH / 2
  const gap = 110
  const most = Math.max(1, ...bars.flatMap(({ wish, praise }) => [wish, praise]))
  const x = scaleLinear([0, most], [0, middle - gap - MARGIN - 90])
  const marks = [text(middle - gap, top + 14, heads[0], 'strong end'), text(middle + gap, top + 14, heads[1], 'strong')]
  let y = top + 26
  for (const { name, wish, praise, wishText, praiseText } of bars) {
    const named = lines(name, 15, 2 * gap - 20)
    const height = Math.max(ROW, named.length * 19 + 10)
    const centre = y + height / 2
    named.forEach((line, i) => {
      marks.push(text(middle, centre + 5 - ((named.length - 1) * 19) / 2 + i * 19, line, 'strong middle'))
    })
    marks.push(
      rect(middle - gap - x(wish), centre - 9, x(wish), 18, colours.wish, 3),
      text(middle - gap - x(wish) - 8, centre + 5, wishText, 'end'),
      rect(middle + gap, centre - 9, x(praise), 18, colours.counted, 3),
      text(middle + gap + x(praise) + 8, centre + 5, praiseText),
    )
    y += height
  }
  return { marks, bottom: y }
}
