import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type SatisfactionRow, type Selection, satisfactionBy } from '../../data/satisfaction'
import { roundPercent } from '../../lib/figures/figure'
import { rateDifference } from '../../lib/figures/rate-difference'
import { serviceChannels } from '../../lib/lists'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { IntervalPlot, type PlotRow } from '../../ui/charts/interval-plot'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { sentTrusts } from '../shell/filter-params'
import { useIntervalChart } from './interval-chart'

type Props = { question: Selection; target: number; total: SatisfactionRow }
/** What is proven beside what is not: never silently one figure. */
export function TrustSection({ question, target, total }: Props) {
  const { t } = useTranslation()
  const { t: evidence } = useTranslation('evidence')
  const format = useFormats()
  const { data } = useSuspenseQuery(satisfactionBy('trust', question))
  const drawingOf = useIntervalChart(target)
  const rows = useRows(data, sentTrusts, 'trusts')
  const groups = [{ key: 'all', rows }]
  return (
    <Section heading={t('figure.trust')} lead={evidence('trust.lead')}>
      <ChartFigure
        title={t('figure.trust')}
        sentence={useTrustSentence(data, target)}
        n={t('figure.ratings', { n: format.count(total.n_published ?? total.n) })}
        drawing={drawingOf(groups)}
      >
        <IntervalPlot caption={t('figure.trust')} rowsAre={t('figure.trust_kind')} target={target} groups={groups} />
      </ChartFigure>
    </Section>
  )
}

function useTrustSentence(rows: SatisfactionRow[], target: number) {
  const { t } = useTranslation()
  const { t: evidence } = useTranslation('evidence')
  const format = useFormats()
  // The best proof there is beside none.
  const [best, unproven] = [sentTrusts.slice(0, -1), ['walk_in']].map(kinds =>
    kinds.flatMap(kind => rows.filter(({ key }) => key === kind)).at(0),
  )
  if (!best || !unproven) return evidence('trust.alone')
  const { change, isSure } = rateDifference(best, unproven)
  const rateOf = ({ rate }: SatisfactionRow) => format.percent(roundPercent(rate, target))
  const nameOf = ({ key }: SatisfactionRow) => t(`figure.trusts.${key}` as 'figure.trusts.mixed')
  const said = {
    proven: nameOf(best),
    proven_rate: rateOf(best),
    unproven: nameOf(unproven),
    unproven_rate: rateOf(unproven),
  }
  if (!isSure) return evidence('trust.unsure', said)
  return evidence('trust.sure', { ...said, higher: nameOf(change > 0 ? best : unproven) })
}

export function ChannelSection({ question, target, total }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data } = useSuspenseQuery(satisfactionBy('channel', question))
  const drawingOf = useIntervalChart(target)
  const rows = useRows(data, serviceChannels, 'channels')
  const groups = [{ key: 'all', rows }]
  const said = ({ name, note, figure }: PlotRow) => `${name}: ${'missing' in figure ? figure.missing : note}`
  const verdicts = rows.map(said).join('; ')
  return (
    <Section heading={t('figure.channel')} lead={t('figure.channel_lead')}>
      <ChartFigure
        title={t('figure.channel')}
        sentence={t('figure.rows_sentence', { rows: verdicts })}
        n={t('figure.ratings', { n: format.count(total.n) })}
        drawing={drawingOf(groups)}
      >
        <IntervalPlot caption={t('figure.channel')} rowsAre={t('figure.channel')} target={target} groups={groups} />
      </ChartFigure>
    </Section>
  )
}

/** Rows in a fixed order, so that two places can be compared line by line; the verdict is repeated in words. */
function useRows(rows: SatisfactionRow[], order: readonly string[], kind: 'trusts' | 'channels'): PlotRow[] {
  const { t } = useTranslation()
  return [...order, 'mixed'].flatMap((key): PlotRow[] => {
    const figure = rows.find(row => row.key === key)
    const name = t(`figure.${kind}.${key}` as 'figure.trusts.mixed')
    // Batches that name none are no category of their own; a category without a figure is shown as missing.
    if (!figure) return key === 'mixed' ? [] : [{ key, name, figure: { missing: t('figure.none_selected') } }]
    return [{ key, name, note: t(`verdict.word.${figure.verdict}`), figure }]
  })
}
