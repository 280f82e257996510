import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { type Selection, satisfactionBy, withoutPeriod } from '../../data/satisfaction'
import { loadEvidenceWords } from '../../i18n/evidence-words'
import { everyMonth } from '../../lib/dates/periods'
import { roundPercent } from '../../lib/figures/figure'
import { breaksOf } from '../../lib/figures/method-versions'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { Trend, type TrendBreak, type TrendPoint } from '../../ui/charts/trend'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { usePeriodNames } from '../shell/period-name'

type Props = {
  question: Selection
  target: number
  /** Months at which the counted set changed, besides changes of the method. */
  breaks?: TrendBreak[]
}

function useMonths(question: Selection): TrendPoint[] {
  // The line always shows all months: a quarter without those before would be hard to judge.
  const { data } = useSuspenseQuery(satisfactionBy('month', withoutPeriod(question)))
  const byMonth = new Map(data.map(row => [row.key, row]))
  const [first, last] = [data[0]?.key, data.at(-1)?.key]
  if (!first || !last) return []
  return everyMonth(first, last).map(month => {
    const figure = byMonth.get(month) ?? null
    return { month, figure, ...(figure && { target: figure.target_percent }) }
  })
}

/** The months in which figures began to be made another way, if any of them is on the line. */
function useBreaks(points: TrendPoint[], others: TrendBreak[]): TrendBreak[] {
  const { t } = useTranslation('evidence')
  const { data: versions } = useSuspenseQuery(methodVersions)
  const methods = breaksOf(versions).map(({ valid_from, version }) => ({
    month: valid_from.slice(0, 7),
    label: t('method_break', { version }),
  }))
  return [...methods, ...others].filter(({ month }) => points.slice(1).some(point => point.month === month))
}

/** The picture with its table, its sentence and its way out of the page. */
function MonthTrend({ question, target, breaks = [] }: Props) {
  const { t } = useTranslation()
  const { t: evidence } = useTranslation('evidence')
  const format = useFormats()
  const names = usePeriodNames()
  const points = useMonths(question)
  const marked = useBreaks(points, breaks)
  const [first, last] = [points[0], points.at(-1)]
  if (!first?.figure || !last?.figure) return null
  const shown = ({ figure, target: own }: TrendPoint) => format.percent(roundPercent(figure?.rate ?? 0, own ?? target))
  const n = points.reduce((sum, { figure }) => sum + (figure?.n ?? 0), 0)
  const short = (month: string) => `${Number(month.slice(5))}/${month.slice(0, 4)}`
  return (
    <ChartFigure
      title={t('figure.by_month')}
      sentence={evidence('trend_sentence', {
        from: names.short(first.month),
        from_rate: shown(first),
        to: names.short(last.month),
        to_rate: shown(last),
      })}
      n={t('figure.ratings', { n: format.count(n) })}
      period={names.all(first.month, last.month)}
      drawing={{
        kind: 'trend',
        target,
        points: points.map(point => ({ ...point, label: short(point.month) })),
        breaks: marked,
        last: shown(last),
      }}
    >
      <Trend points={points} target={target} breaks={marked} isSaid />
    </ChartFigure>
  )
}

/** Both are loaded with the words that they need. */
export async function loadMonthTrend() {
  await loadEvidenceWords()
  return { default: MonthTrend }
}

export async function loadTrendSection() {
  await loadEvidenceWords()
  return { default: TrendSection }
}

/** The same as a section of its own: the last month first, then the trend. */
function TrendSection({ question, target }: Props) {
  const { t } = useTranslation('evidence')
  const format = useFormats()
  const names = usePeriodNames()
  const last = useMonths(question).at(-1)
  if (!last?.figure) return null
  const said = {
    month: names.short(last.month),
    rate: format.percent(roundPercent(last.figure.rate, last.target ?? target)),
    target: format.wholePercent(last.target ?? target),
  }
  return (
    <Section heading={t(`month.${last.figure.verdict}`, said)} lead={t('trend_lead')}>
      <MonthTrend question={question} target={target} />
    </Section>
  )
}
