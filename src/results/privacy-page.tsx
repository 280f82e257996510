import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../data/query-client'
import { settings } from '../data/settings'
import { speakOfData } from '../i18n/setup'
import { PageHead } from '../ui/page-head'
import { Passage } from './prose'
import { PublicPage } from './public-page'
import styles from './public-page.module.css'

export async function loader() {
  queryClient.prefetchQuery(settings)
  await speakOfData()
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

const passages = ['rating', 'time', 'device', 'receipt', 'comment', 'retention', 'browser', 'staff', 'server'] as const

function Privacy() {
  const { t } = useTranslation('open')
  const { data: rules } = useSuspenseQuery(settings)
  return (
    <>
      <PageHead title={t('privacy.title')} description={t('privacy.description')} />
      <h1 className={styles.name}>{t('privacy.heading')}</h1>
      {passages.map(key => (
        <Passage key={key} heading={t(`privacy.${key}.title`)}>
          {t(`privacy.${key}.text`, { days: rules.retention_days + SENT_AGAIN })}
        </Passage>
      ))}
    </>
  )
}

export { PageError as ErrorBoundary } from './public-page'
