import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { type Office, offices, successions } from '../../data/offices'
import { procedureNames, proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { type SatisfactionRow, type Selection, satisfactionBy } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { paths } from '../../paths'
import type { TrendBreak } from '../../ui/charts/trend'
import { DocumentHead } from '../../ui/layout/document-head'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { ByOfferedProcedure, ByProcedure } from '../figures/by-procedure'
import { FigureFacts } from '../figures/figure-facts'
import { LazyBreakdown, LazyCoverage, LazyDataNotes } from '../figures/lazy-sections'
import { prefetchDetails } from '../figures/prefetch-details'
import { ChartAttribution } from '../shell/chart-attribution'
import { readFilters, useSelection } from '../shell/filter-params'
import { Filters } from '../shell/filters'
import { NothingPublished, useEver } from '../shell/nothing-published'
import { below, officeName, serving, useMissingReason } from '../shell/office-rows'
import { useShownPeriod } from '../shell/period-name'
import { NothingHere, PublicPage } from '../shell/public-page'
import styles from '../shell/public-page.module.css'
import { ChildOffices } from './child-offices'
import { OfficeContact, Origins, predecessorsOf } from './contact'
import { OfficeHistory } from './history'

// What few people look for comes with its words when the rest is there.
const SignedReports = lazy(async () => {
  const [{ SignedReports: Component }] = await Promise.all([import('./report/list'), loadNamespace('plan')])
  return { default: Component }
})
const KioskUptime = lazy(async () => {
  const [{ KioskUptime: Component }] = await Promise.all([import('./kiosk-uptime'), loadNamespace('open-data')])
  return { default: Component }
})
const ControlRatings = lazy(() => import('./control-ratings').then(parts => parts.loadControlRatings()))
const OfficeShare = lazy(() => import('./share').then(parts => ({ default: parts.OfficeShare })))

export function loader({ params, request }: LoaderFunctionArgs) {
  const question = { ...readFilters(new URL(request.url).searchParams), office: params.code ?? '' }
  const { office, predecessors } = question
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(satisfactionBy('all', question))
  queryClient.prefetchQuery(satisfactionBy('month', { office, ...(predecessors && { predecessors }) }))
  queryClient.prefetchQuery(satisfactionBy('procedure', question))
  queryClient.prefetchQuery(proceduresOffered(office))
  queryClient.prefetchQuery(procedureNames)
  queryClient.prefetchQuery(successions)
  void prefetchDetails(question)
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
  const { data: officeList } = useSuspenseQuery(offices)
  const office = officeList.find(place => place.code === code)
  if (!office) return <NothingHere title={t('office.unknown')}>{t('office.unknown_remedy', { code })}</NothingHere>
  return <OfficeResults key={office.code} office={office} officeList={officeList} />
}

function OfficeResults({ office, officeList }: { office: Office; officeList: Office[] }) {
  const { t } = useTranslation()
  const selection = useSelection()
  const question = { ...selection.question, office: office.code }
  const { predecessors } = question
  const all = useSuspenseQuery(satisfactionBy('all', question))
  const { data: months } = useSuspenseQuery(
    satisfactionBy('month', { office: office.code, ...(predecessors && { predecessors }) }),
  )
  const { data: rules } = useSuspenseQuery(settings)
  const period = useShownPeriod(months, all.data[0])
  const missing = useMissingReason(rules.min_batch, true)
  const name = officeName(office)
  const [total] = all.data
  const isAbove = officeList.some(place => place.parent_code === office.code)

  return (
    <ChartAttribution place={name} period={period}>
      <DocumentHead title={name} description={t('office.description', { office: name })} />
      <Crumbs parent={officeList.find(place => place.code === office.parent_code)} />
      <OfficeContact office={office} />
      <Remark office={office} isAbove={isAbove} />
      <Origins office={office} officeList={officeList} />
      <Filters months={months.flatMap(({ key }) => key ?? [])} without={['office']} />
      {total ? (
        <Facts office={office} question={question} total={total} period={period} />
      ) : (
        <NoFigure office={office} question={question} reason={isAbove ? undefined : missing(office)} />
      )}
      {isAbove && <ChildOffices question={question} officeList={officeList} />}
      {isAbove ? (
        <ByProcedure question={question} isFiltered={selection.isFiltered} />
      ) : (
        <ByOfferedProcedure office={office.code} question={question} isFiltered={selection.isFiltered} />
      )}
      <Suspense fallback={<Skeleton />}>
        <ControlRatings office={office.code} />
        {total && <LazyBreakdown question={question} target={total.target_percent} total={total} />}
        <Evidence office={office} officeList={officeList} question={question} isAbove={isAbove} />
      </Suspense>
    </ChartAttribution>
  )
}

type Shown = { office: Office; question: Selection }

/** The figure, with the mergers in it where those before are counted too. */
function Facts({ office, question, total, period }: Shown & { total: SatisfactionRow; period: string }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data: events } = useSuspenseQuery(successions)
  const formed = events.filter(({ successor_code }) => successor_code === office.code).map(({ on_date }) => on_date)
  const breaks = [...new Set(question.predecessors ? formed : [])].map(
    (day): TrendBreak => ({ month: day.slice(0, 7), label: t('figure.merger_break') }),
  )
  const isYounger =
    !question.predecessors && total.first_month !== null && (office.opened_on ?? '') > `${total.first_month}-01`
  return (
    <FigureFacts
      question={question}
      total={total}
      target={total.target_percent}
      period={period}
      note={isYounger ? t('office.younger', { day: format.day(office.opened_on ?? '') }) : undefined}
      breaks={breaks}
    />
  )
}

/** Coverage, notes about the data, the office's history and ways to share the page. */
function Evidence({ office, officeList, question, isAbove }: Shown & { officeList: Office[]; isAbove: boolean }) {
  const { data: events } = useSuspenseQuery(successions)
  const before = question.predecessors ? predecessorsOf(office.code, events) : new Set<string>()
  const earlier = officeList.filter(({ code }) => before.has(code))
  const here = [office, ...below(officeList, office.code), ...earlier]
  return (
    <>
      <LazyCoverage question={question} expected={[...(isAbove ? serving(here) : [office]), ...earlier]} />
      <LazyDataNotes officeList={here} />
      <OfficeHistory office={office} officeList={officeList} />
      <Suspense>
        <KioskUptime office={office.code} />
        <SignedReports office={office.code} />
      </Suspense>
      <OfficeShare office={office} />
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

/** Without figures: a closed office that never had any will have none; for any other the page shows when it may. */
function NoFigure({ office, question, reason }: Shown & { reason: string | undefined }) {
  const { t } = useTranslation()
  const { isFiltered } = useSelection()
  const ever = useEver(question)
  if (office.closed_on && !isFiltered && !ever) return <p className={styles.notice}>{t('office.none_ever')}</p>
  return <NothingPublished question={question} isFiltered={isFiltered} {...(reason && { reason })} />
}

/** Notices that must be read before the office's figures. */
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

export { PageError as ErrorBoundary } from '../shell/public-page'
