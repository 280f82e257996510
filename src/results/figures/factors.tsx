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
export function Factors({ question, n }: { question: Selection; n: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data } = useSuspenseQuery(satisfactionBy('factor', question))
  const wings = factors
    .map((key): DivergingBar => {
      const row = data.find(factor => factor.key === key)
      const praised = row?.satisfied ?? 0
      return { key, name: t(`rate.factors.${key}`), praised, improve: (row?.n ?? 0) - praised }
    })
    .sort((a, b) => b.improve - a.improve)
  const [praised, wished] = [most(wings, 'praised'), most(wings, 'improve')]
  const lead = t('reported.factors_lead', { n: format.count(n) })
  if (data.length === 0) {
    return (
      <Section heading={t('reported.factors')} lead={lead}>
        <p className={styles.prose}>{t('reported.factors_none')}</p>
      </Section>
    )
  }
  const heading = praised && wished ? t('reported.factors_found', { praised, wished }) : t('reported.factors')
  const named = wings.reduce((sum, wing) => sum + wing.praised, 0)
  const wishes = wings.reduce((sum, wing) => sum + wing.improve, 0)
  return (
    <Section heading={heading} lead={lead}>
      <ChartFigure
        title={t('reported.factors')}
        sentence={t('reported.factors_sentence', { praised: format.count(named), improve: format.count(wishes) })}
        n={t('figure.ratings', { n: format.count(n) })}
        drawing={{
          kind: 'wings',
          heads: [t('reported.improve'), t('reported.praised')],
          wings: wings.map(wing => ({
            name: wing.name,
            wish: wing.improve,
            praise: wing.praised,
            wishText: format.count(wing.improve),
            praiseText: format.count(wing.praised),
          })),
        }}
      >
        <DivergingBars caption={t('reported.factors')} kind={t('reported.factor')} wings={wings} />
      </ChartFigure>
    </Section>
  )
}

/** The name of the one that was named most often; undefined when there is none, or more than one. */
function most(wings: DivergingBar[], side: 'praised' | 'improve') {
  const times = Math.max(...wings.map(wing => wing[side]))
  const first = wings.filter(wing => wing[side] === times)
  return times > 0 && first.length === 1 ? first[0]?.name : undefined
}
