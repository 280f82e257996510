import type { Figure } from '../../../lib/figures/figure'
import type { TrendBreak, TrendPoint } from '../trend-paths'

/** A chart as data: the words are ready to be shown, in the language of the page. */
export type Drawing =
  | { kind: 'intervals'; target: number; targetLabel: string; rows: PictureRow[] }
  | { kind: 'trend'; target: number; points: (TrendPoint & { label: string })[]; breaks: TrendBreak[]; last: string }
  | { kind: 'bars'; bars: PictureBar[] }
  | { kind: 'wings'; heads: [wish: string, praise: string]; wings: PictureWing[] }

/** `text` stands at the right: rate, interval and n, or why there is none. A heading has neither. */
export type PictureRow = { name: string; isHeading?: boolean; figure?: Figure; text?: string }
export type PictureBar = { name: string; share: number; text: string; isCounted?: boolean; isHeading?: boolean }
export type PictureWing = { name: string; wish: number; praise: number; wishText: string; praiseText: string }

export type PictureWords = { title: string; subtitle: string; source: string }
