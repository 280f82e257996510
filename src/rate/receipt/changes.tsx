import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isVisitCode } from '../../data/rating-targets'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { FaceScale } from '../../ui/faces/face-scale'
import { focusOnMount } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { goTo } from '../outbox/edit-rating'
import { findRating } from '../outbox/rating-draft'
import { useOutbox } from '../outbox/use-outbox'
import { WithdrawConfirm } from '../shell/withdraw-confirm'
import styles from './changes.module.css'
import type { KnownReceipt } from './use-receipt'

/** Correcting and withdrawing, until the rating is published. */
export function ReceiptChanges({ known }: { known: KnownReceipt }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<'change' | 'withdraw'>()
  const stop = () => setDoing(undefined)

  if (doing === 'withdraw') {
    return <WithdrawConfirm isVisit={known.isVisit} onWithdraw={known.withdraw} onKeep={stop} />
  }
  if (doing === 'change') return <Change known={known} onDone={stop} />
  return (
    <section className={styles.changes} aria-label={t('receipt.changes')}>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={() => setDoing('change')}>
          <Icon name="pencil" /> {t('rate.change')}
        </Button>
        <Button look="danger" onClick={() => setDoing('withdraw')}>
          <Icon name="undo" /> {t('rate.withdraw.start')}
        </Button>
      </div>
      <p>{t('rate.thanks.correctable')}</p>
      <OtherAnswers known={known} />
    </section>
  )
}

/** The same question in the same words as the first time. */
function Change({ known, onDone }: { known: KnownReceipt; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={styles.changes}>
      <FaceScale
        question={
          <h2 className={styles.question} tabIndex={-1} ref={focusOnMount}>
            {t('rate.question')}
          </h2>
        }
        current={known.score}
        onAnswer={score => {
          void known.changeScore(score)
          onDone()
        }}
      />
      <p>
        <Button look="quiet" onClick={onDone}>
          {t('rate.keep_answer')}
        </Button>
      </p>
    </section>
  )
}

/** The page of the counter still shows this rating: all other answers are changed there. */
function OtherAnswers({ known: { rating } }: { known: KnownReceipt }) {
  const { t } = useTranslation()
  const { ratings } = useOutbox()
  if (!rating || findRating(rating.code, ratings, Date.now())?.receipt !== rating.receipt) return null
  return (
    <p>
      <ButtonLink
        look="quiet"
        to={isVisitCode(rating.code) ? paths.visit(rating.code) : paths.rate(rating.code)}
        onClick={() => void goTo(rating, 'procedure')}
      >
        {t('receipt.other_answers')}
      </ButtonLink>
    </p>
  )
}
