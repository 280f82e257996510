import { useTranslation } from 'react-i18next'
import type { SatisfactionRow, Selection } from '../../data/satisfaction'
import { loadEvidenceWords } from '../../i18n/evidence-words'
import { answerShares, roundPercent } from '../../lib/figures/figure'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { ScoreDistribution } from '../../ui/charts/score-distribution'
import { scores } from '../../ui/faces/face'
import { Halves, Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { ChannelSection, TrustSection } from './by-channel-and-trust'
import { ExperienceAnswers } from './experience-answers'
import { Factors } from './factors'

type Props = { question: Selection; target: number; total: SatisfactionRow }

/** Loaded with the words that it needs. */
export async function loadBreakdown() {
  await loadEvidenceWords()
  return { default: Breakdown }
}

/** The distribution of the scores, and the rate by channel and trust. */
function Breakdown(props: Props) {
  return (
    <>
      <Halves>
        <Five total={props.total} target={props.target} />
        <Factors question={props.question} />
      </Halves>
      <ExperienceAnswers question={props.question} />
      <Halves>
        <TrustSection {...props} />
        <ChannelSection {...props} />
      </Halves>
    </>
  )
}

function Five({ total, target }: { total: SatisfactionRow; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  const counts = [total.score_1, total.score_2, total.score_3, total.score_4, total.score_5]
  const rate = roundPercent(total.rate, target)
  const shares = answerShares(counts, rate)
  const n = t('figure.ratings', { n: format.count(total.n) })
  return (
    <Section heading={t('figure.five')} lead={t('figure.five_lead')}>
      <ChartFigure
        title={t('figure.five')}
        sentence={t('figure.five_sentence', { n: format.count(total.n), rate: format.percent(rate) })}
        n={n}
        drawing={{
          kind: 'bars',
          bars: scores.toReversed().map(score => ({
            name: t(`score.${score}`),
            share: shares[score - 1] ?? 0,
            text: `${format.percent(shares[score - 1] ?? 0)} · ${format.count(counts[score - 1] ?? 0)}`,
            isCounted: score >= 4,
          })),
        }}
      >
        <ScoreDistribution figure={total} counts={counts} target={target} />
      </ChartFigure>
    </Section>
  )
}
