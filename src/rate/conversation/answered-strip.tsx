import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isVisitCode } from '../../data/rating-targets'
import { Face } from '../../ui/faces/face'
import { Icon } from '../../ui/icon'
import { withdraw } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import { WithdrawConfirm } from '../shell/withdraw-confirm'
import styles from './answered-strip.module.css'
import text from './question-text.module.css'

/** Shows the score above every further question, with buttons to change and to withdraw it. */
export function AnsweredStrip({ rating, onChange }: { rating: ShownRating; onChange: () => void }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const keep = () => {
    setIsAsking(false)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }

  return (
    <>
      <div className={styles.answered}>
        <Face score={rating.score} />
        <p id="answered">
          <b>
            <Icon name="check" /> {t(rating.isWaiting ? 'rate.saved_on_device' : 'rate.received')}
          </b>{' '}
          {t('rate.chosen', { answer: t(`score.${rating.score}`) })}
        </p>
        <div className={styles.actions}>
          <button type="button" className={text.word} onClick={onChange}>
            <Icon name="pencil" /> {t('rate.change')}
          </button>
          <button type="button" className={text.word} onClick={() => setIsAsking(true)}>
            <Icon name="undo" /> {t('rate.withdraw.start')}
          </button>
        </div>
      </div>
      {isAsking && (
        <WithdrawConfirm isVisit={isVisitCode(rating.code)} onWithdraw={() => withdraw(rating)} onKeep={keep} />
      )}
    </>
  )
}
