import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isVisitCode, type RatingTarget } from '../../data/rating-targets'
import { telephoneAddress } from '../../lib/telephone'
import { noBreak } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { focusOnMount } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import links from '../../ui/link-list.module.css'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { goTo, withdraw } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import { useOutbox } from '../outbox/use-outbox'
import { ReceiptCard } from '../shell/receipt-card'
import { WithdrawConfirm } from '../shell/withdraw-confirm'
import { fateOfCode } from './browser-memory'
import { RateAnother } from './rate-another'
import { firstUnanswered } from './steps'
import styles from './thanks-step.module.css'

type Props = { rating: ShownRating; place: RatingTarget | undefined; onChange: () => void }

export function ThanksStep({ rating, place, onChange }: Props) {
  const { t } = useTranslation()
  const { isStuck } = rating
  const isCorrectable = rating.state?.correctable ?? true
  const unanswered = isCorrectable && firstUnanswered(rating)

  return (
    <>
      <h1 className={styles.head} tabIndex={-1}>
        <span className={isStuck ? styles.waiting : styles.done}>
          <Icon name={isStuck ? 'clock' : 'check'} />
        </span>
        {t('rate.thanks.title')}
      </h1>
      <p className={styles.say}>{t(isStuck ? 'rate.thanks.saved_on_device' : 'rate.thanks.arrived')}</p>
      {rating.refused && (
        <p className={styles.refused} role="alert">
          <ProblemMessage problem={rating.refused} />
        </p>
      )}
      <ReceiptCard rating={rating} isStuck={isStuck} />
      <FateOfCode />
      <div className={styles.further}>
        <Done />
        {unanswered && (
          <Button look="quiet" onClick={() => goTo(rating, unanswered)}>
            {t('rate.thanks.further')}
          </Button>
        )}
      </div>
      {isCorrectable && <Corrections rating={rating} onChange={onChange} />}
      <nav className={links.links} aria-label={t('rate.thanks.more')}>
        {place && (
          <Link to={paths.officeResults(place.office.code)}>
            <Icon name="flag" />
            <span>{t('rate.thanks.results', { office: noBreak(place.office.name) })}</span>
            <Icon name="right" />
          </Link>
        )}
        {place?.office.hotline && (
          <a href={telephoneAddress(place.office.hotline)}>
            <Icon name="phone" />
            <span>{t('rate.thanks.hotline', { number: place.office.hotline })}</span>
            <Icon name="right" />
          </a>
        )}
        <Link to={paths.newFeedback()}>
          <Icon name="pencil" />
          <span>{t('rate.thanks.feedback')}</span>
          <Icon name="right" />
        </Link>
        <RateAnother rating={rating} />
      </nav>
    </>
  )
}

/** Most people are at the end here: the loudest button says so, and a page that a chat opened cannot close itself. */
function Done() {
  const { t } = useTranslation()
  const [isDone, setIsDone] = useState(false)
  if (!isDone) return <Button onClick={() => setIsDone(true)}>{t('rate.finish')}</Button>
  return (
    <p className={styles.over} role="status" tabIndex={-1} ref={focusOnMount}>
      {t('rate.thanks.over')}
    </p>
  )
}

/** Where the browser may lose the code, said once and in passing: with the code in hand nothing is lost. */
function FateOfCode() {
  const { t } = useTranslation()
  const { isDurable } = useOutbox()
  const isInstalled = !window.matchMedia('(display-mode: browser)').matches
  const fate = fateOfCode(navigator.userAgent, isDurable, isInstalled)
  return fate && <p className={styles.fate}>{t(`rate.receipt.${fate}`)}</p>
}

function Corrections({ rating, onChange }: Omit<Props, 'place'>) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)

  if (isAsking) {
    const stop = () => setIsAsking(false)
    return <WithdrawConfirm isVisit={isVisitCode(rating.code)} onWithdraw={() => withdraw(rating)} onKeep={stop} />
  }
  return (
    <div className={styles.corrections}>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={onChange}>
          <Icon name="pencil" /> {t('rate.change')}
        </Button>
        <Button look="danger" onClick={() => setIsAsking(true)}>
          <Icon name="undo" /> {t('rate.withdraw.start')}
        </Button>
      </div>
      <p>{t('rate.thanks.correctable')}</p>
    </div>
  )
}
