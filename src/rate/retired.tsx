import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CounterPage } from '../data/counters'
import { paths } from '../paths'
import { ButtonLink } from '../ui/button'
import { MessagePage } from '../ui/message-page'
import { OutboxNotice } from './outbox-notice'

/** The code of a poster whose time is over: who does the work now, and where to rate it. */
export function Retired({ page }: { page: CounterPage }) {
  const { t } = useTranslation()
  const { counter: next, offices } = page.successor ?? { counter: null, offices: [] }
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
      <p>{t('rate.retired.was', { place: `${page.office.desk} · ${page.counter.name}` })}</p>
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
