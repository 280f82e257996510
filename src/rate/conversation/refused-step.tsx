import { useTranslation } from 'react-i18next'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { ProblemMessage } from '../../ui/messages/problem-message'
import type { ShownRating } from '../outbox/outbox'
import styles from './step.module.css'

/** The server would not have the rating. What it says is final for this one, not for the next. */
export function RefusedStep({ rating, onAgain }: { rating: ShownRating; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.step} role="alert">
      <h1 tabIndex={-1}>{t('rate.refused')}</h1>
      <p>
        <ProblemMessage problem={rating.refused ?? { key: 'server' }} />
      </p>
      <div className={styles.actions}>
        <Button onClick={onAgain}>{t('rate.again')}</Button>
        <ButtonLink look="quiet" to={paths.home()}>
          {t('app.home')}
        </ButtonLink>
      </div>
    </div>
  )
}
