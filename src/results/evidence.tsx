import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type SatisfactionRow, type Selection, satisfactionBy } from '../data/satisfaction'
import { roundPercent } from '../lib/figure'
import { everyMonth } from '../lib/periods'
import { FiveAnswers } from '../ui/five-answers'
import { useFormats } from '../ui/formats'
import { IntervalPlot, type PlotRow } from '../ui/interval-plot'
import { Halves, Section } from '../ui/section'
import { Trend } from '../ui/trend'
import { usePeriodNames } from './period-name'

type Props = { question: Selection; target: number }

function useMonths({ from: _, to: __, ...question }: Selection) {
  // The line is always whole: a chosen quarter without what came before would say little.
  const { data } = useSuspenseQuery(satisfactionBy('month', question))
  const byMonth = new Map(data.map(row => [row.key, row]))
  const [first, last] = [data[0]?.key, data.at(-1)?.key]
  return first && last ? everyMonth(first, last).map(month => ({ month, figure: byMonth.get(month) ?? null })) : []
}

/** Only the picture and its table, beside a headline. */
export function MonthTrend({ question, target }: Props) {
  return <Trend points={useMonths(question)} target={target} />
}

/** The same as a section of its own: what the last month says, then how it came to that. */
export function TrendSection({ question, target }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const names = usePeriodNames()
  const points = useMonths(question)
  const last = points.at(-1)
  if (!last?.figure) return null
  const said = {
    month: names.short(last.month),
    rate: format.percent(roundPercent(last.figure.rate, target)),
    target: format.wholePercent(target),
  }
  return (
    <Section heading={t(`verdict.month.${last.figure.verdict}`, said)} lead={t('figure.trend_lead')}>
      <Trend points={points} target={target} />
    </Section>
  )
}

/** The five answers, and who answered how; what else belongs beside them follows. */
export function Breakdown({
  question,
  target,
  total,
  children,
}: Props & { total: SatisfactionRow; children?: ReactNode }) {
  const { t } = useTranslation()
  const [{ data: byTrust }, { data: byChannel }] = useSuspenseQueries({
    queries: [satisfactionBy('trust', question), satisfactionBy('channel', question)],
  })
  const counts = [total.score_1, total.score_2, total.score_3, total.score_4, total.score_5]
  return (
    <Halves>
      <Section heading={t('figure.five')} lead={t('figure.five_lead')}>
        <FiveAnswers figure={total} counts={counts} target={target} />
      </Section>
      <Section heading={t('figure.trust')} lead={t('figure.trust_lead')}>
        <IntervalPlot
          caption={t('figure.trust')}
          rowsAre={t('figure.trust_kind')}
          target={target}
          groups={[{ key: 'all', rows: useRows(byTrust, ['visit', 'walk_in', 'mixed'], 'trusts') }]}
        />
      </Section>
      <Section heading={t('figure.channel')} lead={t('figure.channel_lead')}>
        <IntervalPlot
          caption={t('figure.channel')}
          rowsAre={t('figure.channel')}
          target={target}
          groups={[{ key: 'all', rows: useRows(byChannel, ['counter', 'online', 'postal', 'mixed'], 'channels') }]}
        />
      </Section>
      {children}
    </Halves>
  )
}

type Names = { trusts: 'visit' | 'walk_in' | 'mixed'; channels: 'counter' | 'online' | 'postal' | 'mixed' }

/** In a fixed order, so that two places can be compared line by line; the mark's shape is told in words. */
function useRows<Kind extends keyof Names>(rows: SatisfactionRow[], order: Names[Kind][], kind: Kind): PlotRow[] {
  const { t } = useTranslation()
  return order.flatMap(key => {
    const figure = rows.find(row => row.key === key)
    if (!figure) return []
    const name = t(`figure.${kind}.${key}` as 'figure.trusts.mixed')
    return { key, name, note: t(`verdict.word.${figure.verdict}`), figure }
  })
}
