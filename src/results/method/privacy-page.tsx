import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { DocumentHead } from '../../ui/layout/document-head'
import { Passage } from '../shell/article'
import { PublicPage } from '../shell/public-page'
import styles from '../shell/public-page.module.css'

export async function loader() {
  queryClient.prefetchQuery(settings)
  await loadNamespace('open-data')
  return null
}

export function Component() {
  return (
    <PublicPage>
      <Privacy />
    </PublicPage>
  )
}

/** Of an id that a phone may still send again, a month more: private.delete_old_ratings. */
const SENT_AGAIN = 31

const passages = [
  'rating',
  'time',
  'device',
  'receipt',
  'comment',
  'retention',
  'feedback',
  'browser',
  'staff',
  'server',
] as const

function Privacy() {
  const { t } = useTranslation('open-data')
  const { data: rules } = useSuspenseQuery(settings)
  return (
    <>
      <DocumentHead title={t('privacy.title')} description={t('privacy.description')} />
      <h1 className={styles.name}>{t('privacy.heading')}</h1>
      {passages.map(key => (
        <Passage key={key} heading={t(`privacy.${key}.title`)}>
          {t(`privacy.${key}.text`, {
            days: rules.retention_days + SENT_AGAIN,
            feedback: rules.feedback_retention_days,
          })}
        </Passage>
      ))}
    </>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
