import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { goTo } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import styles from './step.module.css'

/** The rating has been published with others meanwhile: nothing can be added to it any more. */
export function LateStep({ rating }: { rating: ShownRating }) {
  const { t } = useTranslation()
  return (
    <div className={styles.step} role="alert">
      <h1 tabIndex={-1}>{t('rate.late.title')}</h1>
      <p>
        <ProblemMessage problem={{ key: 'too_late' }} />
      </p>
      <p>{t('rate.late.thanks')}</p>
      <div className={styles.actions}>
        <Button onClick={() => goTo(rating, 'thanks')}>{t('rate.late.receipt')}</Button>
      </div>
    </div>
  )
}
