import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { queryClient } from '../../data/query-client'
import { ruleChanges } from '../../data/rule-changes'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { paths } from '../../paths'
import { DocumentHead } from '../../ui/layout/document-head'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { useFormats } from '../../ui/use-formats'
import { type Citation, Passage } from '../shell/article'
import { PublicPage } from '../shell/public-page'
import pageStyles from '../shell/public-page.module.css'
import { RuleChanges } from './rule-changes'

export async function loader() {
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(methodVersions)
  queryClient.prefetchQuery(ruleChanges)
  await loadNamespace('open-data')
  return null
}

export function Component() {
  return (
    <PublicPage>
      <Method />
    </PublicPage>
  )
}

/** How a source is known: its text was read, a secondary source reports it, or, with nothing said, it is named in the passage. */
type Source = { key: string; certainty?: Citation['certainty']; link?: string }

/** In the order in which a doubtful reader would ask. Statements without a source are left out. */
const passages = [
  { key: 'rate', sources: [] },
  { key: 'evidence', sources: [] },
  { key: 'interval', sources: [{ key: 'interval', link: 'https://www.jstor.org/stable/2276774' }] },
  { key: 'verdict', sources: [{ key: 'robbins' }, { key: 'howard' }] },
  { key: 'improvement', sources: [{ key: 'newcombe' }] },
  { key: 'batches', sources: [] },
  { key: 'answer_groups', sources: [] },
  { key: 'set_aside', sources: [] },
  { key: 'trust', sources: [] },
  { key: 'control', sources: [] },
  { key: 'coverage', sources: [] },
  {
    key: 'sipas',
    sources: [
      { key: 'sipas_press', certainty: 'read' },
      { key: 'sipas_factors', certainty: 'secondary' },
      { key: 'sipas_formula', certainty: 'secondary' },
    ],
  },
  { key: 'circular', sources: [{ key: 'circular', certainty: 'read' }] },
  {
    key: 'decision',
    sources: [
      { key: 'decision', certainty: 'secondary' },
      { key: 'decision_formula', certainty: 'secondary' },
    ],
  },
  {
    key: 'law',
    sources: [
      { key: 'law', certainty: 'read' },
      { key: 'decree_61', certainty: 'read' },
      { key: 'decree_118', certainty: 'secondary' },
    ],
  },
] as const satisfies { key: string; sources: Source[] }[]

const summaries = { vi: 'summary_vi', en: 'summary_en', km: 'summary_km' } as const

function Method() {
  const { t, i18n } = useTranslation('open-data')
  const format = useFormats()
  const { data: versions } = useSuspenseQuery(methodVersions)
  const { data: rules } = useSuspenseQuery(settings)
  const now = versions.at(-1)
  const values = { n: rules.min_batch, target: format.wholePercent(rules.target_percent) }
  return (
    <>
      <DocumentHead title={t('method.title')} description={t('method.description')} />
      <h1 className={pageStyles.name}>{t('method.heading')}</h1>
      {now && (
        <p className={pageStyles.lead}>
          {t('method.lead', { version: now.version, day: format.day(now.valid_from) })}{' '}
          <Link to={paths.data()}>{t('data.title')}</Link>
        </p>
      )}
      {passages.map(({ key, sources }) => (
        <Passage
          key={key}
          heading={t(`method.${key}.title`)}
          sources={sources.map(({ key: source, ...known }) => ({ ...known, name: t(`method.sources.${source}`) }))}
          {...(key === 'verdict' && { more: [t('method.verdict.groups'), t('method.verdict.formula')] })}
        >
          {t(`method.${key}.text`, values)}
        </Passage>
      ))}
      <Section heading={t('method.versions')} lead={t('method.versions_lead')}>
        <ol className={pageStyles.history}>
          {versions.toReversed().map(version => (
            <li key={version.version}>
              <time dateTime={version.valid_from}>{format.day(version.valid_from)}</time>
              <div>
                {t('data.version', { version: version.version })}
                <p className={pageStyles.basis}>{version[summaries[i18n.language as keyof typeof summaries]]}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section heading={t('method.rules')} lead={t('method.rules_lead')}>
        <RuleChanges />
      </Section>
    </>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
