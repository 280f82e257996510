import type { Figure } from '../../../lib/figures/figure'
import type { TrendBreak, TrendPoint } from '../trend-paths'

/** A chart as data: the words are ready to be shown, in the language of the page. */
export type Drawing =
  | { kind: 'intervals'; target: number; targetLabel: string; rows: ChartRow[] }
  | { kind: 'trend'; target: number; points: (TrendPoint & { label: string })[]; breaks: TrendBreak[]; last: string }
  | { kind: 'bars'; bars: ChartBar[] }
  | { kind: 'diverging-bars'; heads: [wish: string, praise: string]; bars: ChartDivergingBar[] }

/** `text` is at the right: rate, interval and n, or why there is none. A heading has neither. */
export type ChartRow = { name: string; isHeading?: boolean; figure?: Figure; text?: string }
export type ChartBar = { name: string; share: number; text: string; isCounted?: boolean; isHeading?: boolean }
export type ChartDivergingBar = { name: string; wish: number; praise: number; wishText: string; praiseText: string }

export type ChartTexts = { title: string; subtitle: string; source: string }
