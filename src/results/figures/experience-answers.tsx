import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answersGiven } from '../../data/answer-counts'
import { type ChoiceQuestion, detailChoices } from '../../data/details'
import type { Selection } from '../../data/satisfaction'
import { sharesOf } from '../../lib/figures/figure'
import { ChartFigure } from '../../ui/charts/chart-figure'
import type { ChartBar } from '../../ui/charts/export/chart'
import { type PercentageBar, PercentageBars } from '../../ui/charts/percentage-bars'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import styles from './experience-answers.module.css'

const order = [
  'timeliness',
  'outcome',
  'trips',
  'agencies',
  'money',
  'filled_by',
  'applicant',
] as const satisfies readonly ChoiceQuestion[]

type QuestionAnswers = { question: ChoiceQuestion; n: number; bars: PercentageBar[] }

/** Answers about time, trips and money. Every question is optional, so each has its own n. */
export function ExperienceAnswers({ question }: { question: Selection }) {
  const { t } = useTranslation()
  const answers = useAnswers(question)
  const sentence = useSentence(answers)
  const format = useFormats()
  const answered = answers.filter(({ n }) => n > 0)
  if (answered.length === 0) {
    return (
      <Section heading={t('reported.title')} lead={t('reported.lead')}>
        <p>{t('reported.none')}</p>
      </Section>
    )
  }
  const caption = ({ question: asked, n }: QuestionAnswers) =>
    t('reported.question_n', { question: t(`reported.${asked}`), n: format.count(n) })
  const most = Math.max(...answered.map(({ n }) => n))
  return (
    <Section heading={t('reported.title')} lead={t('reported.lead')}>
      <ChartFigure
        title={t('reported.title')}
        sentence={sentence}
        n={t('reported.at_most', { n: format.count(most) })}
        drawing={{
          kind: 'bars',
          bars: answered.flatMap(one => [
            { name: caption(one), share: 0, text: '', isHeading: true },
            ...one.bars.map(
              (bar): ChartBar => ({
                name: bar.name,
                share: bar.share,
                text: `${format.percent(bar.share)} · ${format.count(bar.count)}`,
              }),
            ),
          ]),
        }}
      >
        <div className={styles.questions}>
          {answers.map(one => (
            <div key={one.question}>
              {one.n > 0 ? (
                <PercentageBars
                  caption={caption(one)}
                  heads={[t('reported.answer'), t('reported.share'), t('figure.n')]}
                  bars={one.bars}
                />
              ) : (
                <p className={styles.none}>
                  <b>{t(`reported.${one.question}`)}</b> {t('reported.unpublished')}
                </p>
              )}
            </div>
          ))}
        </div>
      </ChartFigure>
    </Section>
  )
}

function useAnswers(question: Selection): QuestionAnswers[] {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(answersGiven(question))
  return order.map(asked => {
    const counts = detailChoices[asked].map(
      answer => data.find(row => row.question === asked && row.answer === answer)?.n ?? 0,
    )
    const shares = sharesOf(counts)
    return {
      question: asked,
      n: counts.reduce((sum, count) => sum + count, 0),
      bars: detailChoices[asked].map((answer, i) => ({
        key: answer,
        name: t(`rate.${asked}.${answer}` as 'rate.trips.0'),
        count: counts[i] ?? 0,
        share: shares[i] ?? 0,
      })),
    }
  })
}

/** The two things that the plan asks about: late results, and money that no rule asks for. */
function useSentence(answers: QuestionAnswers[]) {
  const { t } = useTranslation()
  const format = useFormats()
  const of = (question: ChoiceQuestion, answer: string) => {
    const one = answers.find(({ question: asked }) => asked === question)
    return { n: one?.n ?? 0, count: one?.bars.find(({ key }) => key === answer)?.count ?? 0 }
  }
  const [late, money] = [of('timeliness', 'late'), of('money', 'yes')]
  const said = {
    late: format.count(late.count),
    late_of: format.count(late.n),
    money: format.count(money.count),
    money_of: format.count(money.n),
  }
  // Of a question of which nothing is published, "0 of 0" would pass for good news.
  return [late.n > 0 && t('reported.late_sentence', said), money.n > 0 && t('reported.money_sentence', said)]
    .filter(Boolean)
    .join(' ')
}
