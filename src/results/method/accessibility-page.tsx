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

const passages = ['checked', 'colour', 'unchecked', 'others'] as const

export function Component() {
  const { t } = useTranslation('open-data')
  return (
    <PublicPage>
      <DocumentHead title={t('accessibility.title')} description={t('accessibility.description')} />
      <h1 className={styles.name}>{t('accessibility.heading')}</h1>
      {passages.map(key => (
        <Passage key={key} heading={t(`accessibility.${key}.title`)}>
          {t(`accessibility.${key}.text`)}
        </Passage>
      ))}
    </PublicPage>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
