import { useTranslation } from 'react-i18next'
import { isVisitCode, type RatingTarget } from '../../data/rating-targets'
import { noBreak } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import links from '../../ui/link-list.module.css'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { goTo } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import { WithdrawnText } from '../shell/withdrawn-text'
import styles from './end-steps.module.css'
import { RateAnother } from './rate-another'

type ReturnedProps = { rating: ShownRating; onChange: () => void; onReceipt: () => void }

/** The code was scanned again: for another matter, to correct what was said, or to look at it. One tap each. */
export function ReturnedStep({ rating, onChange, onReceipt }: ReturnedProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.step}>
      <h1 tabIndex={-1}>{t('rate.returned.title')}</h1>
      <p>{t('rate.returned.lead')}</p>
      <div className={links.links}>
        <RateAnother rating={rating} />
        {(rating.state?.correctable ?? true) && (
          <button type="button" onClick={onChange}>
            <Icon name="pencil" />
            <span>{t('rate.returned.correct')}</span>
            <Icon name="right" />
          </button>
        )}
        <button type="button" onClick={onReceipt}>
          <Icon name="clock" />
          <span>{t('rate.returned.receipt')}</span>
          <Icon name="right" />
        </button>
      </div>
    </div>
  )
}

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

/** The server refused the rating. That is final for this one, not for the next. */
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

export function WithdrawnStep({ rating, place }: { rating: ShownRating; place: RatingTarget | undefined }) {
  const { t } = useTranslation()
  // Its code stays spent: the same page would only refuse the next answer.
  const isVisit = isVisitCode(rating.code)
  return (
    <div className={styles.step}>
      <h1 tabIndex={-1}>{t('rate.withdrawn.title')}</h1>
      <WithdrawnText isWaiting={rating.isWaiting} isVisit={isVisit} />
      <div className={styles.actions}>
        {!isVisit && <Button onClick={() => goTo(rating, 'closed')}>{t('rate.again')}</Button>}
        {place && (
          <ButtonLink look="quiet" to={paths.officeResults(place.office.code)}>
            {t('rate.thanks.results', { office: noBreak(place.office.name) })}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
