import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { corrections, descriptionUrls, fileUrls, openFiles, signalTotals } from '../../data/open-data'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { DocumentHead } from '../../ui/layout/document-head'
import { Section } from '../../ui/layout/section'
import { PublicPage } from '../shell/public-page'
import pageStyles from '../shell/public-page.module.css'
import { ReleaseTimes } from '../shell/release-times'
import { DataChanges } from './changes'
import { DataFiles } from './files'
import styles from './page.module.css'
import { SignalTotals } from './signal-totals'
import { VerifyLedger } from './verify-ledger'

// What checks signatures is not needed to download a file.
const CheckpointSection = lazy(() =>
  import('./checkpoint').then(parts => parts.loadCheckpoint()).catch(() => ({ default: () => null })),
)

export async function loader() {
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(openFiles)
  queryClient.prefetchQuery(corrections)
  queryClient.prefetchQuery(signalTotals)
  queryClient.prefetchQuery(methodVersions)
  await loadNamespace('open-data')
  return null
}

export function Component() {
  return (
    <PublicPage>
      <OpenData />
    </PublicPage>
  )
}

function OpenData() {
  const { t } = useTranslation('open-data')
  const { data: files } = useSuspenseQuery(openFiles)
  const isEmpty = !files.some(({ file, entries }) => file === 'batches' && entries > 0)
  return (
    <>
      <DocumentHead title={t('data.title')} description={t('data.description')} />
      <div className={pageStyles.title}>
        <div>
          <h1>{t('data.heading')}</h1>
        </div>
        <ReleaseTimes />
      </div>
      <p className={pageStyles.lead}>{t('data.lead')}</p>
      {isEmpty && <p className={pageStyles.notice}>{t('data.none_yet')}</p>}
      <Section heading={t('data.files')} lead={t('data.files_lead')}>
        <DataFiles files={files} />
      </Section>
      <Section heading={t('verify.heading')} lead={t('verify.lead')}>
        <VerifyLedger />
      </Section>
      <Suspense>
        <CheckpointSection />
      </Suspense>
      <Section heading={t('data.changes')} lead={t('data.changes_lead')}>
        <DataChanges />
      </Section>
      <Section heading={t('data.signals')} lead={t('data.signals_lead')}>
        <SignalTotals />
      </Section>
      <Section heading={t('data.machines')} lead={t('data.machines_lead')}>
        <Machines />
      </Section>
    </>
  )
}

function Machines() {
  const { t } = useTranslation('open-data')
  return (
    <>
      <ul className={styles.links}>
        <li>
          <a href={descriptionUrls.datapackage}>{t('data.datapackage')}</a>
        </li>
        <li>
          <a href={descriptionUrls.openapi}>{t('data.openapi')}</a>
        </li>
      </ul>
      <p className={styles.script}>{t('data.script')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled with the keyboard too */}
      <pre className={styles.code} tabIndex={0}>
        <code>
          {['batches', 'rule_changes'].map(file => `curl -o ${file}.csv "${fileUrls(file).csv}"\n`).join('')}
          node scripts/verify-ledger batches.csv rule_changes.csv
        </code>
      </pre>
    </>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
