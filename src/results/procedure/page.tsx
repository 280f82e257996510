import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { offices } from '../../data/offices'
import { officesOffering, type ProcedureWithField, procedureByCode } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { satisfactionBy, targetOf } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { paths } from '../../paths'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { IntervalPlot } from '../../ui/charts/interval-plot'
import { DocumentHead } from '../../ui/layout/document-head'
import { Section } from '../../ui/layout/section'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { FigureFacts } from '../figures/figure-facts'
import { useIntervalChart, useVerdictSentence } from '../figures/interval-chart'
import { LazyBreakdown, LazyCoverage, LazyDataNotes } from '../figures/lazy-sections'
import { prefetchDetails } from '../figures/prefetch-details'
import { useVerdictGroups } from '../figures/verdict-groups'
import { ChartAttribution } from '../shell/chart-attribution'
import { readFilters, useSelection } from '../shell/filter-params'
import { Filters } from '../shell/filters'
import { NothingPublished } from '../shell/nothing-published'
import { useOfficeRows } from '../shell/office-rows'
import { useShownPeriod } from '../shell/period-name'
import { ProcedureFacts } from '../shell/procedure-facts'
import { ProcedureName, ProcedureOfAddress } from '../shell/procedure-of-address'
import styles from '../shell/public-page.module.css'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const procedure = params.code ?? ''
  const question = { ...readFilters(new URL(request.url).searchParams), procedure }
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(procedureByCode(procedure))
  queryClient.prefetchQuery(satisfactionBy('all', question))
  queryClient.prefetchQuery(satisfactionBy('office', question))
  queryClient.prefetchQuery(satisfactionBy('month', { procedure }))
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(officesOffering(procedure))
  void prefetchDetails(question)
  await loadNamespace('catalogue')
  return null
}

export const Component = () => <ProcedureOfAddress Page={ProcedureResults} />

function ProcedureResults({ procedure }: { procedure: ProcedureWithField }) {
  const { t } = useTranslation()
  const selection = useSelection()
  const question = { ...selection.question, procedure: procedure.code }
  const all = useSuspenseQuery(satisfactionBy('all', question))
  const { data: months } = useSuspenseQuery(satisfactionBy('month', { procedure: procedure.code }))
  const { data: rules } = useSuspenseQuery(settings)
  const period = useShownPeriod(months, all.data[0])
  const target = targetOf(all.data, rules)
  const [total] = all.data

  return (
    <ChartAttribution place={procedure.name} period={period}>
      <DocumentHead title={procedure.name} description={t('procedure.description', { procedure: procedure.name })} />
      <nav className={styles.crumbs} aria-label={t('office.above')}>
        <Link to={paths.results()}>{t('results.title')}</Link>
      </nav>
      <ProcedureName name={procedure.name} />
      <ProcedureFacts procedure={procedure} />
      <Filters months={months.flatMap(({ key }) => key ?? [])} without={['procedure', 'field']} />
      {total ? (
        <FigureFacts question={question} total={total} target={target} period={period} />
      ) : (
        <NothingPublished question={question} isFiltered={selection.isFiltered} />
      )}
      <OfficesOffering code={procedure.code} />
      <Suspense fallback={<Skeleton />}>
        {total && <LazyBreakdown question={question} target={target} total={total} />}
        <Evidence code={procedure.code} />
      </Suspense>
    </ChartAttribution>
  )
}

/** Coverage and notes about the data, of the offices that offer the procedure. */
function Evidence({ code }: { code: string }) {
  const { question } = useSelection()
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: offering } = useSuspenseQuery(officesOffering(code))
  const offerers = officeList.filter(place => offering.some(({ office_code }) => office_code === place.code))
  return (
    <>
      <LazyCoverage question={{ ...question, procedure: code }} expected={offerers} />
      <LazyDataNotes officeList={offerers} />
    </>
  )
}

/** The same procedure at every office: those that offer it and those of which something is published. */
function OfficesOffering({ code }: { code: string }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { question, isFiltered } = useSelection()
  const { data: byOffice } = useSuspenseQuery(satisfactionBy('office', { ...question, procedure: code }))
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: offering } = useSuspenseQuery(officesOffering(code))
  const { data: rules } = useSuspenseQuery(settings)
  const target = targetOf(byOffice, rules)
  const groupsOf = useVerdictGroups(target)
  const rowsOf = useOfficeRows(officeList, () => {
    if (isFiltered) return t('figure.none_selected')
    return question.headline ? t('procedure.not_named_recently') : t('procedure.not_named')
  })
  const offerers = officeList.filter(place => offering.some(({ office_code }) => office_code === place.code))
  const groups = groupsOf(rowsOf(byOffice, offerers))
  const drawingOf = useIntervalChart(target)
  const sentenceOf = useVerdictSentence()
  if (groups.length === 0) return null
  const n = byOffice.reduce((sum, row) => sum + row.n, 0)
  return (
    <Section
      heading={t('procedure.offices')}
      lead={t('procedure.offices_lead', { n: rules.min_batch })}
      rows={byOffice.length}
    >
      <ChartFigure
        title={t('procedure.offices')}
        sentence={sentenceOf(groups)}
        n={t('figure.ratings', { n: format.count(n) })}
        drawing={drawingOf(groups)}
      >
        <IntervalPlot caption={t('procedure.offices')} rowsAre={t('office.office')} target={target} groups={groups} />
      </ChartFigure>
    </Section>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
