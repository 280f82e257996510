import { useTranslation } from 'react-i18next'
import type { RatingTarget } from '../../data/rating-targets'
import { noBreak } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { goTo } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import styles from './step.module.css'

export function WithdrawnStep({ rating, place }: { rating: ShownRating; place: RatingTarget | undefined }) {
  const { t } = useTranslation()
  return (
    <div className={styles.step}>
      <h1 tabIndex={-1}>{t('rate.withdrawn.title')}</h1>
      <p>{t(rating.isWaiting ? 'rate.withdrawn.kept' : 'rate.withdrawn.done')}</p>
      <div className={styles.actions}>
        <Button onClick={() => goTo(rating, 'closed')}>{t('rate.again')}</Button>
        {place && (
          <ButtonLink look="quiet" to={paths.officeResults(place.office.code)}>
            {t('rate.thanks.results', { office: noBreak(place.office.name) })}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
