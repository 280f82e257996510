import { useTranslation } from 'react-i18next'
import type { RatingTarget } from '../../data/rating-targets'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { MessagePage } from '../../ui/layout/message-page'
import { Link } from '../../ui/link'
import { OutboxNotice } from '../outbox/notice'
import { targetName } from '../outbox/rating-draft'

/** A code whose time is over: why, and what to do instead. */
export function CounterClosed({ place }: { place: RatingTarget }) {
  return place.state === 'retired' ? <Retired place={place} /> : <Visited place={place} />
}

/** The code of a poster that was taken down: who does the work now, and where to rate it. */
function Retired({ place }: { place: RatingTarget }) {
  const { t } = useTranslation()
  const { counter: next, offices } = place.successor ?? { counter: null, offices: [] }
  return (
    <MessagePage
      title={t('rate.retired.title')}
      actions={
        next ? (
          <ButtonLink to={paths.rate(next)}>{t('rate.retired.rate_next')}</ButtonLink>
        ) : (
          <ButtonLink to={paths.home()}>{t('app.home')}</ButtonLink>
        )
      }
    >
      <OutboxNotice />
      <p>{t('rate.retired.was', { place: targetName(place) })}</p>
      <p>{t(next ? 'rate.retired.has_next' : offices.length ? 'rate.retired.has_offices' : 'rate.retired.has_none')}</p>
      {!next && offices.length > 0 && (
        <ul>
          {offices.map(({ code, name }) => (
            <li key={code} lang="vi">
              <Link to={paths.officeResults(code)}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </MessagePage>
  )
}

/** A one-time code that has run out. */
function Visited({ place }: { place: RatingTarget }) {
  const { t } = useTranslation()
  return (
    <MessagePage
      title={t('rate.visit.expired')}
      actions={<ButtonLink to={paths.officeResults(place.office.code)}>{t('rate.visit.results')}</ButtonLink>}
    >
      <OutboxNotice />
      <p>{t('rate.retired.was', { place: targetName(place) })}</p>
      <p>{t('rate.visit.expired_remedy')}</p>
    </MessagePage>
  )
}
