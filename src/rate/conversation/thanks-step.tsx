import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../data/rating-targets'
import { together } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { goTo, withdraw } from '../outbox/edit-rating'
import type { ShownVisit } from '../outbox/outbox'
import { useOutbox } from '../outbox/use-outbox'
import { ReceiptStub } from '../shell/receipt-card'
import { Withdrawing } from '../shell/withdraw-confirm'
import { firstUnanswered } from './steps'
import styles from './thanks-step.module.css'

type Props = { visit: ShownVisit; place: Place | undefined; onChange: () => void }

export function ThanksStep({ visit, place, onChange }: Props) {
  const { t } = useTranslation()
  const isStuck = useOutbox().trouble !== null && visit.isWaiting
  const isCorrectable = visit.state?.correctable ?? true
  const unanswered = isCorrectable && firstUnanswered(visit)

  return (
    <>
      <h1 className={styles.head} tabIndex={-1}>
        <span className={isStuck ? styles.waiting : styles.done}>
          <Icon name={isStuck ? 'clock' : 'check'} />
        </span>
        {t('rate.thanks.title')}
      </h1>
      <p className={styles.say}>{t(isStuck ? 'rate.thanks.kept' : 'rate.thanks.arrived')}</p>
      {visit.refused && (
        <p className={styles.refused} role="alert">
          <ProblemMessage problem={visit.refused} />
        </p>
      )}
      <ReceiptStub visit={visit} isStuck={isStuck} />
      {unanswered && (
        <p className={styles.further}>
          <Button onClick={() => goTo(visit, unanswered)}>{t('rate.thanks.further')}</Button>
        </p>
      )}
      {isCorrectable && <Corrections visit={visit} onChange={onChange} />}
      <nav className={styles.links} aria-label={t('rate.thanks.more')}>
        {place && (
          <Link to={paths.officeResults(place.office.code)}>
            <Icon name="flag" />
            <span>{t('rate.thanks.results', { office: together(place.office.name) })}</span>
            <Icon name="right" />
          </Link>
        )}
        <button type="button" onClick={() => goTo(visit, 'closed')}>
          <Icon name="check" />
          <span>
            {t('rate.thanks.another')}
            <small>{t('rate.thanks.another_hint')}</small>
          </span>
          <Icon name="right" />
        </button>
      </nav>
    </>
  )
}

function Corrections({ visit, onChange }: Omit<Props, 'place'>) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)

  if (isAsking) return <Withdrawing onWithdraw={() => withdraw(visit)} onKeep={() => setIsAsking(false)} />
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
