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

const read = (name: string): Citation => ({ name, certainty: 'read' })
const told = (name: string): Citation => ({ name, certainty: 'secondary' })

/** In the order in which a doubtful reader would ask. Statements without a source are left out. */
const passages = [
  { key: 'rate', sources: [] },
  { key: 'interval', sources: [] },
  { key: 'verdict', sources: [] },
  { key: 'batches', sources: [] },
  { key: 'answer_groups', sources: [] },
  { key: 'set_aside', sources: [] },
  { key: 'trust', sources: [] },
  { key: 'coverage', sources: [] },
  {
    key: 'sipas',
    sources: [
      read('Báo chí về SIPAS 2024: vietnamplus post312944, laodong 1487593'),
      read('Quyết định 2640/QĐ-BNV ngày 10/10/2017 (năm yếu tố), qua thuvienphapluat, luatvietnam'),
      told('Công thức của SIPAS: tienphong 714660'),
    ],
  },
  { key: 'circular', sources: [read('Thông tư 01/2018/TT-VPCP, Điều 13, bản Pháp điển')] },
  {
    key: 'decision',
    sources: [
      read('Quyết định 766/QĐ-TTg ngày 23/06/2022: năm nhóm chỉ số (baocaotaichinh.vn 126270)'),
      told('Công thức: mã nguồn công khai của các bảng số liệu qd766, dvc766'),
    ],
  },
  {
    key: 'law',
    sources: [
      read('Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 35 khoản 2 điểm a'),
      read('Nghị định 61/2018/NĐ-CP, Điều 27 khoản 3 và Điều 32 khoản 1, bản Pháp điển'),
      read('Nghị định 118/2025/NĐ-CP: ngày hiệu lực (laodong 1528301, 1529264)'),
    ],
  },
] as const

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
          sources={[...sources]}
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
