import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Details } from '../../data/details'
import type { RatingTarget } from '../../data/rating-targets'
import { Button } from '../../ui/button'
import { StepFooter } from '../../ui/layout/step-footer'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { addDetails, goTo, nameProcedure } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import { type QuestionStep, questions } from '../outbox/store'
import { goBack } from '../shell/step-history'
import { AnsweredStrip } from './answered-strip'
import { ChoicesStep } from './choices-step'
import { CommentStep } from './comment-step'
import { FactorsStep } from './factors-step'
import { ProcedureStep } from './procedure-step'
import styles from './question-steps.module.css'
import { following, type OnAnswer, preceding } from './steps'

type Props = { rating: ShownRating; question: QuestionStep; place: RatingTarget | undefined; onChange: () => void }

/** The questions after the faces, each of which can be left out. A tap keeps its answer, so leaving loses nothing. */
export function QuestionSteps({ rating, question, place, onChange }: Props) {
  const { t } = useTranslation()
  // Shown at once; the disk needs a moment.
  const [given, setGiven] = useState<Details>({})
  const [said, setSaid] = useState<{ question: QuestionStep; text: string | null }>({ question, text: '' })
  const details = { ...rating.details, ...given }

  // A status is read out when its words change: there first, and then with what became of the tap, kept and then received.
  useEffect(() => setSaid(({ question }) => ({ question, text: null })), [])
  const status = said.text ?? t(rating.isWaiting ? 'rate.kept' : 'rate.received')

  const saved = async (keeping: Promise<void>, text = t('rate.saved')) => {
    setSaid({ question, text: '' })
    await keeping
    setSaid({ question, text })
  }
  const answer: OnAnswer = (change, say) => {
    setGiven({ ...given, ...change })
    void saved(addDetails(rating, change), say)
  }

  const at = questions.indexOf(question) + 1
  const back = preceding(question)
  const next = following(question)
  return (
    <div className={styles.conversation}>
      <AnsweredStrip rating={rating} onChange={onChange} />
      {rating.refused && (
        <p className={styles.refused} role="alert">
          <ProblemMessage problem={rating.refused} />
        </p>
      )}
      <div className={styles.step} key={question}>
        {question === 'procedure' ? (
          <ProcedureStep
            rating={rating}
            place={place}
            onName={procedure => saved(nameProcedure(rating, procedure))}
            onForgotten={() => {
              void nameProcedure(rating, null)
              void goTo(rating, next)
            }}
          />
        ) : question === 'factors' ? (
          <FactorsStep score={rating.score} details={details} place={place} onAnswer={answer} />
        ) : question === 'comment' ? (
          <CommentStep rating={rating} onSent={saved} />
        ) : (
          <ChoicesStep page={question} details={details} onAnswer={answer} />
        )}
      </div>
      <StepFooter
        at={at}
        of={questions.length}
        progress={t('rate.progress', { n: at, of: questions.length })}
        status={said.question === question ? status : ''}
      >
        {back && (
          <Button look="quiet" onClick={() => goBack(back, () => goTo(rating, back))}>
            {t('rate.back')}
          </Button>
        )}
        {next !== 'thanks' && (
          <Button look="quiet" onClick={() => goTo(rating, 'thanks')}>
            {t('rate.finish')}
          </Button>
        )}
        <Button onClick={() => goTo(rating, next)}>{t(next === 'thanks' ? 'rate.finish' : 'rate.next')}</Button>
      </StepFooter>
    </div>
  )
}
