import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { offices } from '../../data/offices'
import { fields, procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { type SatisfactionRow, satisfactionBy, targetOf } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { roundPercent } from '../../lib/figures/figure'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { EvidenceNote } from '../../ui/charts/evidence'
import { IntervalPlot, type PlotGroup } from '../../ui/charts/interval-plot'
import { RateFigure } from '../../ui/charts/rate-figure'
import { VerdictLine } from '../../ui/charts/verdict'
import { DocumentHead } from '../../ui/layout/document-head'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { useIntervalChart, useVerdictSentence } from '../figures/interval-chart'
import { LazyBreakdown, LazyByProcedure, LazyCoverage, LazyDataNotes, LazyTrendSection } from '../figures/lazy-sections'
import { prefetchDetails } from '../figures/prefetch-details'
import { RateDifferenceLine } from '../figures/rate-difference-line'
import { useVerdictGroups } from '../figures/verdict-groups'
import { ChartAttribution } from '../shell/chart-attribution'
import { readFilters, useSelection } from '../shell/filter-params'
import { Filters } from '../shell/filters'
import { NothingPublished } from '../shell/nothing-published'
import { below, officeName, serving, useMissingReason, useOfficeRows } from '../shell/office-rows'
import { useShownPeriod } from '../shell/period-name'
import { PublicPage } from '../shell/public-page'
import styles from '../shell/public-page.module.css'
import { ReleaseTimes } from '../shell/release-times'
import { PlotLegend } from './plot-legend'
import { ResultsTitle } from './title'

// Started and not awaited: the page's frame is shown while the figures load.
export function loader({ request }: LoaderFunctionArgs) {
  const question = readFilters(new URL(request.url).searchParams)
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(satisfactionBy('all', question))
  queryClient.prefetchQuery(satisfactionBy('office', question))
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(satisfactionBy('month'))
  queryClient.prefetchQuery(fields)
  queryClient.prefetchQuery(procedureNames)
  void prefetchDetails(question)
  return null
}

export function Component() {
  return (
    <PublicPage title={<ResultsTitle />}>
      <Results />
    </PublicPage>
  )
}

function Results() {
  const { t } = useTranslation()
  const format = useFormats()
  const { question, isFiltered } = useSelection()
  const all = useSuspenseQuery(satisfactionBy('all', question))
  const { data: byOffice } = useSuspenseQuery(satisfactionBy('office', question))
  const { data: months } = useSuspenseQuery(satisfactionBy('month'))
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: rules } = useSuspenseQuery(settings)
  const period = useShownPeriod(months, all.data[0])
  const officeRows = useOfficeRows(officeList, useMissingReason(rules.min_batch))
  const chosen = officeList.find(({ code }) => code === question.office)
  const looked = chosen ? [chosen, ...below(officeList, chosen.code)] : officeList
  const target = targetOf(all.data, rules)
  const groups = useVerdictGroups(target)(officeRows(byOffice, looked))
  const [total] = all.data

  return (
    <ChartAttribution place={chosen ? officeName(chosen) : t('figure.all_offices')} period={period}>
      <DocumentHead title={t('results.title')} description={t('results.description')} />
      <ResultsTitle period={period}>
        <ReleaseTimes />
      </ResultsTitle>
      <Filters months={months.flatMap(({ key }) => key ?? [])} />
      <p className="vh" role="status">
        {total
          ? t('results.said', {
              period,
              n: format.count(total.n),
              rate: format.percent(roundPercent(total.rate, target)),
            })
          : t(isFiltered ? 'results.nothing_selected' : 'results.nothing_yet')}
      </p>
      {!total && <NothingPublished question={question} isFiltered={isFiltered} />}
      <Offices total={total} groups={groups} target={target} period={period} />
      <PlotLegend />
      <p className={styles.note}>{t('results.not_ranked', { n: rules.min_batch })}</p>
      {total && (
        <Suspense fallback={<Skeleton />}>
          <LazyTrendSection question={question} target={target} />
          {!question.procedure && <LazyByProcedure question={question} isFiltered={isFiltered} />}
          <LazyBreakdown question={question} target={target} total={total} />
        </Suspense>
      )}
      <Suspense fallback={<Skeleton />}>
        <LazyCoverage question={question} expected={serving(looked)} />
        <LazyDataNotes officeList={looked} />
      </Suspense>
    </ChartAttribution>
  )
}

type OfficesProps = { total: SatisfactionRow | undefined; groups: PlotGroup[]; target: number; period: string }

/** The total and every office, grouped by verdict. */
function Offices({ total, groups, target, period }: OfficesProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { question } = useSelection()
  const drawingOf = useIntervalChart(target)
  const sentenceOf = useVerdictSentence()
  const words = total && (
    <>
      <RateFigure figure={total} target={target} /> {t('figure.satisfied')}
      <VerdictLine figure={total} target={target} />
      <EvidenceNote figure={total} />
      <span className={styles.changing}>
        <Suspense>
          <RateDifferenceLine question={question} />
        </Suspense>
      </span>
    </>
  )
  return (
    <ChartFigure
      title={t('results.chart')}
      sentence={sentenceOf(groups)}
      n={t('figure.ratings', { n: format.count(total?.n ?? 0) })}
      drawing={drawingOf(groups, total)}
      isSentenceBelow
    >
      <IntervalPlot
        caption={t('results.caption', { period, target: format.wholePercent(target) })}
        rowsAre={t('office.office')}
        target={target}
        groups={groups}
        {...(total && { total: { figure: total, words } })}
      />
    </ChartFigure>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
