import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { type Office, offices, successions } from '../data/offices'
import { proceduresOffered } from '../data/procedures'
import { queryClient } from '../data/query-client'
import { satisfactionBy } from '../data/satisfaction'
import { settings } from '../data/settings'
import { paths } from '../paths'
import { Bones } from '../ui/bones'
import { useFormats } from '../ui/formats'
import { PageHead } from '../ui/page-head'
import { Filters } from './filters'
import { Headline } from './headline'
import { Breakdown, MonthTrend } from './lazy-evidence'
import { OfficeHistory } from './office-history'
import { OfficeParts } from './office-parts'
import { OfficeProcedures } from './office-procedures'
import { officeName, useMissingReason } from './office-rows'
import { useShownPeriod } from './period-name'
import { KeptNotice, NothingHere, PublicPage } from './public-page'
import styles from './public-page.module.css'
import { NothingPublished } from './release-times'
import { questionIn, useSelection } from './selection'

export function loader({ params, request }: LoaderFunctionArgs) {
  const question = { ...questionIn(new URL(request.url).searchParams), office: params.code ?? '' }
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(satisfactionBy('all', question))
  queryClient.prefetchQuery(satisfactionBy('month', { office: question.office }))
  queryClient.prefetchQuery(satisfactionBy('procedure', question))
  queryClient.prefetchQuery(proceduresOffered(question.office))
  queryClient.prefetchQuery(successions)
  return null
}

export function Component() {
  return (
    <PublicPage>
      <OfficeByCode />
    </PublicPage>
  )
}

function OfficeByCode() {
  const { t } = useTranslation()
  const { code } = useParams()
  const { data: places } = useSuspenseQuery(offices)
  const office = places.find(place => place.code === code)
  if (!office) return <NothingHere title={t('office.unknown')}>{t('office.unknown_remedy', { code })}</NothingHere>
  return <OfficeResults key={office.code} office={office} places={places} />
}

function OfficeResults({ office, places }: { office: Office; places: Office[] }) {
  const { t } = useTranslation()
  const selection = useSelection()
  const question = { ...selection.question, office: office.code }
  const all = useSuspenseQuery(satisfactionBy('all', question))
  const { data: months } = useSuspenseQuery(satisfactionBy('month', { office: office.code }))
  const { data: rules } = useSuspenseQuery(settings)
  const period = useShownPeriod(months)
  const missing = useMissingReason(rules.min_batch, selection.isFiltered)
  const name = officeName(office)
  const target = rules.target_percent
  const [total] = all.data
  const parent = places.find(place => place.code === office.parent_code)
  const isAbove = places.some(place => place.parent_code === office.code)

  return (
    <>
      <PageHead title={name} description={t('office.description', { office: name })} />
      <Crumbs parent={parent} />
      <h1 className={styles.name} lang="vi">
        {name}
      </h1>
      <Remark office={office} isAbove={isAbove} />
      <Filters months={months.flatMap(({ key }) => key ?? [])} />
      <KeptNotice query={all} />
      {total ? (
        <div className={styles.facts}>
          <Headline figure={total} target={target} period={period} />
          <div>
            <Suspense fallback={<Bones />}>
              <MonthTrend question={question} target={target} />
            </Suspense>
          </div>
        </div>
      ) : (
        <NoFigure office={office} reason={isAbove ? undefined : missing(office)} />
      )}
      {isAbove && <OfficeParts question={question} places={places} />}
      <OfficeProcedures office={office} question={question} isFiltered={selection.isFiltered} />
      {total && (
        <Suspense fallback={<Bones />}>
          <Breakdown question={question} target={target} total={total}>
            <OfficeHistory office={office} places={places} />
          </Breakdown>
        </Suspense>
      )}
      {!total && <OfficeHistory office={office} places={places} />}
    </>
  )
}

function Crumbs({ parent }: { parent: Office | undefined }) {
  const { t } = useTranslation()
  return (
    <nav className={styles.crumbs} aria-label={t('office.above')}>
      <Link to={paths.results()}>{t('results.title')}</Link>
      {parent && (
        <Link to={paths.officeResults(parent.code)} lang="vi">
          {officeName(parent)}
        </Link>
      )}
    </nav>
  )
}

/** A closed office will not have any; every other one is told when it may. */
function NoFigure({ office, reason }: { office: Office; reason: string | undefined }) {
  const { t } = useTranslation()
  const { isFiltered } = useSelection()
  if (office.closed_on && !isFiltered) return <p className={styles.notice}>{t('office.none_ever')}</p>
  return <NothingPublished isFiltered={isFiltered} {...(reason && { reason })} />
}

/** What has to be known about this office before its figures are read. */
function Remark({ office, isAbove }: { office: Office; isAbove: boolean }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (!office.closed_on && !isAbove) return null
  return (
    <div className={styles.notice}>
      {office.closed_on && <p>{t('office.closed', { day: format.day(office.closed_on) })}</p>}
      {isAbove && <p>{t('office.covers_below')}</p>}
    </div>
  )
}

export { PageError as ErrorBoundary } from './public-page'
