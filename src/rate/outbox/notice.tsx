import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/messages/banner'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { forget } from './known-rating'
import styles from './notice.module.css'
import { outbox } from './page-outbox'
import { useOutbox } from './use-outbox'

/** Ratings that wait for a signal or were refused. `except`: the receipt that the page itself is about. */
export function OutboxNotice({ except }: { except?: string | undefined }) {
  const { t } = useTranslation()
  const { ratings, waiting, trouble, isDurable } = useOutbox()
  const refused = ratings.filter(({ refused: r, receipt, step }) => r && receipt !== except && step !== 'withdrawn')

  return (
    <div className={styles.notices}>
      {trouble && (
        <Banner
          look={isDurable ? 'wait' : 'alert'}
          icon="offline"
          action={
            <Button look="quiet" onClick={outbox.wake}>
              {t('outbox.send_now')}
            </Button>
          }
        >
          <p>
            <b>{t(!isDurable ? 'outbox.unsafe' : trouble.key === 'offline' ? 'outbox.offline' : 'outbox.server')}</b>{' '}
            {t('outbox.waiting', { count: waiting })}
          </p>
        </Banner>
      )}
      {refused.map(rating => (
        <Banner
          key={rating.receipt}
          look="alert"
          icon="alert"
          action={
            <Button look="quiet" onClick={() => forget(outbox, rating.receipt)}>
              {t('outbox.understood')}
            </Button>
          }
        >
          <p>
            <b>{t('outbox.refused', { place: rating.place })}</b>{' '}
            <ProblemMessage problem={{ key: rating.refused?.key ?? 'server' }} />
          </p>
        </Banner>
      ))}
    </div>
  )
}
