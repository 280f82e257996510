import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { type Office, offices } from '../../../data/offices'
import { queryClient } from '../../../data/query-client'
import { settings } from '../../../data/settings'
import { reportIndices, signedReport, signedReportsOf } from '../../../data/signed-reports'
import { loadNamespace } from '../../../i18n/setup'
import type { SignedReport, SignedVersion } from '../../../lib/figures/report'
import { keepNames } from '../../../lib/text/no-break'
import { paths } from '../../../paths'
import { DocumentHead } from '../../../ui/layout/document-head'
import { Section } from '../../../ui/layout/section'
import { useFormats } from '../../../ui/use-formats'
import { officeName } from '../../shell/office-rows'
import { NothingHere, PublicPage } from '../../shell/public-page'
import pageStyles from '../../shell/public-page.module.css'
import { Comparison } from './comparison'
import { IndexTable } from './indices'
import styles from './page.module.css'
import { useReportWords } from './words'

export async function loader({ params }: LoaderFunctionArgs) {
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(reportIndices)
  void prefetchReport(params.code ?? '', params.period ?? '')
  await loadNamespace('plan')
  return null
}

/** Nothing is asked for that is not there: the browser would report each refusal. */
async function prefetchReport(code: string, period: string) {
  const places = await queryClient.fetchQuery(offices).catch(() => [])
  if (!places.some(place => place.code === code)) return
  const signed = await queryClient.fetchQuery(signedReportsOf(code)).catch(() => [])
  if (signed.some(row => row.period === period)) queryClient.prefetchQuery(signedReport(code, period))
}

/** An official report as the head of the office signed it, for everybody to read. */
export function Component() {
  return (
    <PublicPage>
      <ReportByAddress />
    </PublicPage>
  )
}

function ReportByAddress() {
  const { t } = useTranslation('plan')
  const { code } = useParams()
  const { data: officeList } = useSuspenseQuery(offices)
  const office = officeList.find(place => place.code === code)
  if (!office) return <NothingHere title={t('report.none')}>{t('report.none_remedy')}</NothingHere>
  return <ReportIfSigned office={office} />
}

function ReportIfSigned({ office }: { office: Office }) {
  const { t } = useTranslation('plan')
  const { period } = useParams()
  const { data: signed } = useSuspenseQuery(signedReportsOf(office.code))
  const row = signed.find(one => one.period === period)
  if (!row) return <NothingHere title={t('report.none')}>{t('report.none_remedy')}</NothingHere>
  return <SignedReportOf office={officeName(office)} code={office.code} of={row.period} />
}

function SignedReportOf({ office, code, of }: { office: string; code: string; of: string }) {
  const { t } = useTranslation('plan')
  const { data: signed } = useSuspenseQuery(signedReport(code, of))
  const { periodName } = useReportWords()
  const period = periodName(signed.period)
  const { versions, now } = signed
  const [latest, ...earlier] = versions
  const isSame = now !== null && JSON.stringify(now.indices) === JSON.stringify(latest.report.indices)
  const title = t('report.of', { office: keepNames(office), period })
  return (
    <>
      <DocumentHead title={title} description={t('report.description', { office, period })} />
      <nav className={pageStyles.crumbs} aria-label={t('report.list')}>
        <Link to={paths.officeResults(signed.office)} lang="vi">
          {keepNames(office)}
        </Link>
      </nav>
      <div className={pageStyles.title}>
        <h1>
          {t('report.title')}
          <br />
          {period}
        </h1>
      </div>
      <p className={pageStyles.lead}>{t('report.lead')}</p>
      <Signed version={latest} />
      {now && <p className={pageStyles.notice}>{t(isSame ? 'report.changed_elsewhere' : 'report.changed')}</p>}
      <Section heading={t('report.indices')}>
        <IndexTable report={latest.report} now={isSame ? null : now} />
        {now && !isSame && <NowTotal now={now} />}
      </Section>
      <Comparison report={latest.report} />
      {earlier.length > 0 && <Earlier versions={earlier} />}
      <Unverified />
    </>
  )
}

function NowTotal({ now }: { now: NonNullable<SignedReport['now']> }) {
  const { t } = useTranslation('plan')
  const { score, className } = useReportWords()
  return <p>{t('report.now_total', { score: score(now.tenths), class: className(now.class) })}</p>
}

/** Score, class, day and comment of one version. */
function Signed({ version: { version, signed_on, comment, report } }: { version: SignedVersion }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { score, className } = useReportWords()
  return (
    <>
      <p className={styles.score}>
        <b>{score(report.tenths)}</b>
        <span>
          {t('report.class_label')}: <strong>{className(report.class)}</strong>
        </span>
        <small>
          {t('report.known', { known: report.known })} · {t('report.signed', { day: format.day(signed_on), version })}
        </small>
      </p>
      <div className={styles.comment}>
        <h2>{t('report.comment')}</h2>
        <blockquote lang="vi">{comment}</blockquote>
      </div>
    </>
  )
}

function Earlier({ versions }: { versions: SignedVersion[] }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { score, className } = useReportWords()
  return (
    <Section heading={t('report.versions')}>
      <ul className={styles.earlier}>
        {versions.map(({ version, signed_on, comment, report }) => (
          <li key={version}>
            {t('report.version', {
              version,
              day: format.day(signed_on),
              score: score(report.tenths),
              class: className(report.class),
            })}
            <blockquote lang="vi">{comment}</blockquote>
            <details>
              <summary>{t('report.indices')}</summary>
              <IndexTable report={report} now={null} />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Unverified() {
  const { t } = useTranslation('plan')
  return (
    <Section heading={t('report.basis')}>
      <ul className={styles.notes}>
        {(['circular', 'national', 'own_fault', 'attitude', 'online', 'entered'] as const).map(note => (
          <li key={note}>{t(`report.unverified.${note}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

export { PageError as ErrorBoundary } from '../../shell/public-page'
