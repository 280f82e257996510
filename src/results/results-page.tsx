import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { offices } from '../data/offices'
import { queryClient } from '../data/query-client'
import { satisfactionBy } from '../data/satisfaction'
import { settings } from '../data/settings'
import { roundPercent } from '../lib/figure'
import { Bones } from '../ui/bones'
import { useFormats } from '../ui/formats'
import { IntervalPlot } from '../ui/interval-plot'
import { PageHead } from '../ui/page-head'
import { RateFigure } from '../ui/rate-figure'
import { Section } from '../ui/section'
import { VerdictLine } from '../ui/verdict'
import { Filters } from './filters'
import { Breakdown, TrendSection } from './lazy-evidence'
import { useMissingReason, useOfficeRows } from './office-rows'
import { useShownPeriod } from './period-name'
import { useVerdictGroups } from './plot-groups'
import { PlotKey } from './plot-key'
import { KeptNotice, PublicPage } from './public-page'
import styles from './public-page.module.css'
import { NothingPublished, ReleaseTimes } from './release-times'
import { questionIn, useSelection } from './selection'

// Asked for at once and not waited for: the page's frame stands while the figures come.
export function loader({ request }: LoaderFunctionArgs) {
  const question = questionIn(new URL(request.url).searchParams)
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(satisfactionBy('all', question))
  queryClient.prefetchQuery(satisfactionBy('office', question))
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(satisfactionBy('month'))
  return null
}

export function Component() {
  return (
    <PublicPage>
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
  const { data: places } = useSuspenseQuery(offices)
  const { data: rules } = useSuspenseQuery(settings)
  const period = useShownPeriod(months)
  const officeRows = useOfficeRows(places, useMissingReason(rules.min_batch, isFiltered))
  const groups = useVerdictGroups(rules.target_percent)(officeRows(byOffice))
  const target = rules.target_percent
  const [total] = all.data
  const waiting = places.reduce((sum, office) => sum + office.waiting, 0)

  return (
    <>
      <PageHead title={t('results.title')} description={t('results.description')} />
      <div className={styles.title}>
        <div>
          <h1>{t('results.heading')}</h1>
          <p>{period}</p>
        </div>
        <ReleaseTimes />
      </div>
      <Filters months={months.flatMap(({ key }) => key ?? [])} />
      <KeptNotice query={all} />
      <p className="vh" role="status">
        {total
          ? t('results.said', {
              period,
              n: format.count(total.n),
              rate: format.percent(roundPercent(total.rate, target)),
            })
          : t(isFiltered ? 'results.nothing_selected' : 'results.nothing_yet')}
      </p>
      {!total && <NothingPublished isFiltered={isFiltered} />}
      <IntervalPlot
        caption={t('results.caption', { period, target: format.wholePercent(target) })}
        rowsAre={t('office.office')}
        target={target}
        groups={groups}
        {...(total && {
          total: {
            figure: total,
            words: (
              <>
                <RateFigure figure={total} target={target} /> {t('figure.satisfied')}
                <VerdictLine verdict={total.verdict} target={target} />
              </>
            ),
          },
        })}
      />
      <PlotKey />
      <p className={styles.note}>{t('results.not_ranked', { n: rules.min_batch })}</p>
      {total && (
        <Suspense fallback={<Bones />}>
          <TrendSection question={question} target={target} />
          <Breakdown question={question} target={target} total={total}>
            <Source waiting={waiting} minBatch={rules.min_batch} />
          </Breakdown>
        </Suspense>
      )}
    </>
  )
}

/** What the figures are made of, and what is not in them yet. */
function Source({ waiting, minBatch }: { waiting: number; minBatch: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <Section heading={t('results.source')}>
      <p className={styles.prose}>{t('results.source_rule', { n: minBatch })}</p>
      <p className={styles.prose}>{t('results.waiting', { n: format.count(waiting) })}</p>
    </Section>
  )
}

export { PageError as ErrorBoundary } from './public-page'
