import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Details } from '../../data/details'
import type { RatingTarget } from '../../data/rating-targets'
import { Button } from '../../ui/button'
import { StepFooter } from '../../ui/layout/step-footer'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { addDetails, goTo, nameProcedure } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import { type QuestionStep, questions } from '../shell/questions'
import { goBack } from '../shell/step-history'
import { AnsweredStrip } from './answered-strip'
import { ChoicesStep } from './choices-step'
import { CommentStep } from './comment-step'
import { FactorsStep } from './factors-step'
import { ProcedureStep } from './procedure-step'
import styles from './question-steps.module.css'
import { following, type OnAnswer, preceding } from './steps'

type Props = { rating: ShownRating; question: QuestionStep; place: RatingTarget | undefined; onChange: () => void }

/** The questions after the faces, each of which can be left out. A tap is an answer at once, so leaving loses nothing. */
export function QuestionSteps({ rating, question, place, onChange }: Props) {
  const { t } = useTranslation()
  const { status, announce } = useSaveStatus(rating, question)
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
      <QuestionForm rating={rating} question={question} place={place} announce={announce} />
      <StepFooter
        at={at}
        of={questions.length}
        progress={t('rate.progress', { n: at, of: questions.length })}
        status={status}
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

/** Announces in the step's footer that a tap has been stored, then received, and after that each answer. */
function useSaveStatus(rating: ShownRating, question: QuestionStep) {
  const { t } = useTranslation()
  const [announced, setAnnounced] = useState<{ question: QuestionStep; text: string | null }>({ question, text: null })
  // A screen reader reads a status when its words change, so it is empty when it is drawn first.
  const isDrawn = useDeferredValue(true, false)
  const text = announced.text ?? t(rating.isWaiting ? 'rate.saved_on_device' : 'rate.received')

  const announce = async (saving: Promise<void>, saved = t('rate.saved')) => {
    setAnnounced({ question, text: '' })
    await saving
    setAnnounced({ question, text: saved })
  }
  return { status: isDrawn && announced.question === question ? text : '', announce }
}

type FormProps = Omit<Props, 'onChange'> & { announce: (saving: Promise<void>, saved?: string) => Promise<void> }

function QuestionForm({ rating, question, place, announce }: FormProps) {
  // Shown at once; the disk needs a moment.
  const [given, setGiven] = useState<Details>({})
  const details = { ...rating.details, ...given }
  const answer: OnAnswer = (change, text) => {
    setGiven({ ...given, ...change })
    void announce(addDetails(rating, change), text)
  }
  return (
    <div className={styles.step} key={question}>
      {question === 'procedure' ? (
        <ProcedureStep
          rating={rating}
          place={place}
          onName={procedure => announce(nameProcedure(rating, procedure))}
          onForgotten={() => {
            void nameProcedure(rating, null)
            void goTo(rating, following(question))
          }}
        />
      ) : question === 'factors' ? (
        <FactorsStep score={rating.score} details={details} place={place} onAnswer={answer} />
      ) : question === 'comment' ? (
        <CommentStep rating={rating} onSent={announce} />
      ) : (
        <ChoicesStep page={question} details={details} onAnswer={answer} />
      )}
    </div>
  )
}
