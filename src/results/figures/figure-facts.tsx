import { Suspense } from 'react'
import type { SatisfactionRow, Selection } from '../../data/satisfaction'
import type { TrendBreak } from '../../ui/charts/trend'
import { Skeleton } from '../../ui/messages/skeleton'
import styles from '../shell/public-page.module.css'
import { ReleaseTimes } from '../shell/release-times'
import { Headline } from './headline'
import { LazyMonthTrend } from './lazy-sections'
import { RateDifferenceLine } from './rate-difference-line'

type Props = {
  question: Selection
  total: SatisfactionRow
  target: number
  period: string
  note?: string | undefined
  /** Months at which the counted set changed, besides changes of the method. */
  breaks?: TrendBreak[]
}

/** The figure, what has become of it, and how it came to that. */
export function FigureFacts({ question, total, target, period, note, breaks = [] }: Props) {
  return (
    <div className={styles.facts}>
      <div>
        <Headline figure={total} target={target} period={period} note={note} hasWay={question.office !== undefined} />
        <div className={styles.changing}>
          <Suspense>
            <RateDifferenceLine question={question} />
          </Suspense>
        </div>
        <ReleaseTimes />
      </div>
      <div>
        <Suspense fallback={<Skeleton />}>
          <LazyMonthTrend question={question} target={target} breaks={breaks} />
        </Suspense>
      </div>
    </div>
  )
}
