import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Score } from '../../data/ratings'
import { Button } from '../../ui/button'
import { FaceScale } from '../../ui/faces/face-scale'
import { PrivacyNote } from './privacy-note'
import styles from './question.module.css'

/** The state of the page without scripts that this one replaces: a choice, the keyboard's focus, a stored tap. */
export type FirstPageState = { chosen: Score | undefined; hasFocus: boolean; isAnswered: boolean }

type Props = {
  /** The answer that is being changed, if any. */
  current: Score | undefined
  begun: FirstPageState | undefined
  onAnswer: (score: Score) => void
  onKeep: () => void
}

export function Question({ current, begun, onAnswer, onKeep }: Props) {
  const { t } = useTranslation()
  // A trembling hand taps twice before the page has moved on; the first tap is the answer.
  const isAnswered = useRef(false)
  const answerOnce = (score: Score) => {
    if (isAnswered.current) return
    isAnswered.current = true
    onAnswer(score)
  }

  return (
    <div className={styles.question}>
      <FaceScale
        question={
          <h1 className={styles.head} tabIndex={-1}>
            {t('rate.question')}
          </h1>
        }
        current={current}
        begun={begun}
        onAnswer={answerOnce}
      />
      {current && (
        <p className={styles.keep}>
          <Button look="quiet" onClick={onKeep}>
            {t('rate.keep_answer')}
          </Button>
        </p>
      )}
      <PrivacyNote say={t} />
    </div>
  )
}
