import { useTranslation } from 'react-i18next'
import type { Place } from '../../data/rating-targets'
import { together } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { goTo } from '../outbox/edit-rating'
import type { ShownVisit } from '../outbox/outbox'
import styles from './step.module.css'

export function WithdrawnStep({ visit, place }: { visit: ShownVisit; place: Place | undefined }) {
  const { t } = useTranslation()
  return (
    <div className={styles.step}>
      <h1 tabIndex={-1}>{t('rate.withdrawn.title')}</h1>
      <p>{t(visit.isWaiting ? 'rate.withdrawn.kept' : 'rate.withdrawn.done')}</p>
      <div className={styles.actions}>
        <Button onClick={() => goTo(visit, 'closed')}>{t('rate.again')}</Button>
        {place && (
          <ButtonLink look="quiet" to={paths.officeResults(place.office.code)}>
            {t('rate.thanks.results', { office: together(place.office.name) })}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
