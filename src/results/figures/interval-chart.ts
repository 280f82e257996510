import { useTranslation } from 'react-i18next'
import { type Figure, roundPercent } from '../../lib/figures/figure'
import type { ChartRow, Drawing } from '../../ui/charts/export/chart'
import type { PlotGroup } from '../../ui/charts/interval-plot'
import { useFormats } from '../../ui/use-formats'

/** The rows of a plot as its exported picture shows them. */
export function useIntervalChart(target: number) {
  const { t } = useTranslation()
  const format = useFormats()
  const numbers = (figure: Figure) => {
    const [rate, low, high] = [figure.rate, figure.low, figure.high].map(share => roundPercent(share, target))
    return `${format.percent(rate ?? 0)} · ${format.interval(low ?? 0, high ?? 0)} · ${format.count(figure.n)}`
  }

  return (groups: PlotGroup[], total?: Figure): Drawing => ({
    kind: 'intervals',
    target,
    targetLabel: t('figure.target_label', { target: format.wholePercent(target) }),
    rows: [
      ...(total ? [{ name: t('figure.total'), figure: total, text: numbers(total) }] : []),
      ...groups.flatMap(({ heading, rows }): ChartRow[] => [
        ...(heading ? [{ name: heading, isHeading: true }] : []),
        ...rows.map(({ name, figure }) =>
          'missing' in figure ? { name, text: figure.missing } : { name, figure, text: numbers(figure) },
        ),
      ]),
    ],
  })
}

/** The number of rows in each verdict, in one sentence. */
export function useVerdictSentence() {
  const { t } = useTranslation()
  const format = useFormats()
  return (groups: PlotGroup[]) => {
    const rows = groups.flatMap(group => group.rows)
    const count = (verdict: string | null) =>
      format.count(rows.filter(({ figure }) => ('missing' in figure ? null : figure.verdict) === verdict).length)
    return t('verdict.counted', {
      met: count('met'),
      undecided: count('undecided'),
      not_met: count('not_met'),
      unproven: count('unproven'),
      missing: count(null),
    })
  }
}
