import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { factors } from '../../data/details'
import { type Selection, satisfactionBy } from '../../data/satisfaction'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { type DivergingBar, DivergingBars } from '../../ui/charts/diverging-bars'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import styles from '../shell/public-page.module.css'

/** Praise and wishes by the factors of SIPAS; the most wished comes first. */
export function Factors({ question }: { question: Selection }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data } = useSuspenseQuery(satisfactionBy('factor', question))
  const bars = factors
    .map((key): DivergingBar => {
      const row = data.find(factor => factor.key === key)
      const praised = row?.satisfied ?? 0
      return { key, name: t(`rate.factors.${key}`), praised, improve: (row?.n ?? 0) - praised }
    })
    .sort((a, b) => b.improve - a.improve)
  const [praised, wished] = [most(bars, 'praised'), most(bars, 'improve')]
  const lead = t('reported.factors_lead')
  if (data.length === 0) {
    return (
      <Section heading={t('reported.factors')} lead={lead}>
        <p className={styles.prose}>{t('reported.factors_none')}</p>
      </Section>
    )
  }
  const heading = praised && wished ? t('reported.factors_found', { praised, wished }) : t('reported.factors')
  const named = bars.reduce((sum, bar) => sum + bar.praised, 0)
  const wishes = bars.reduce((sum, bar) => sum + bar.improve, 0)
  return (
    <Section heading={heading} lead={lead}>
      <ChartFigure
        title={t('reported.factors')}
        sentence={t('reported.factors_sentence', { praised: format.count(named), improve: format.count(wishes) })}
        n={t('reported.times_named', { n: format.count(named + wishes) })}
        drawing={{
          kind: 'diverging-bars',
          heads: [t('reported.improve'), t('reported.praised')],
          bars: bars.map(bar => ({
            name: bar.name,
            wish: bar.improve,
            praise: bar.praised,
            wishText: format.count(bar.improve),
            praiseText: format.count(bar.praised),
          })),
        }}
      >
        <DivergingBars caption={t('reported.factors')} kind={t('reported.factor')} bars={bars} />
      </ChartFigure>
    </Section>
  )
}

/** The name of the one that was named most often; undefined when there is none, or more than one. */
function most(bars: DivergingBar[], side: 'praised' | 'improve') {
  const times = Math.max(...bars.map(bar => bar[side]))
  const first = bars.filter(bar => bar[side] === times)
  return times > 0 && first.length === 1 ? first[0]?.name : undefined
}
