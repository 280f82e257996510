import { useSuspenseQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { coverageBy } from '../../data/coverage'
import { type SatisfactionRow, satisfactionBy, targetOf } from '../../data/satisfaction'
import { type Settings, settings } from '../../data/settings'
import { everyMonth } from '../../lib/dates/periods'
import { nextRelease } from '../../lib/dates/release-schedule'
import { roundPercent } from '../../lib/figures/figure'
import { EvidenceNote } from '../../ui/charts/evidence'
import { RateFigure } from '../../ui/charts/rate-figure'
import { Trend } from '../../ui/charts/trend'
import { VerdictLine } from '../../ui/charts/verdict'
import { Icon } from '../../ui/icon'
import { useFormats } from '../../ui/use-formats'
import styles from './page.module.css'
import { Plot } from './plot'

/** What is published for the office: the same figures as everybody sees, and no others. */
export function HomeResult({ office }: { office: string }) {
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const [{ data: recent }, { data: months }, { data: coverage }, { data: rules }] = useSuspenseQueries({
    queries: [
      satisfactionBy('all', { office, headline: true }),
      satisfactionBy('month', { office }),
      coverageBy('all', { office, headline: true }),
      settings,
    ],
  })
  const target = targetOf(recent, rules)
  const [figure] = recent
  const twelve = tPublic('figure.last_12_months')
  const { first_month: from, last_month: to } = figure ?? {}
  const period =
    from && to
      ? tPublic('figure.period_with_days', { period: twelve, from: format.month(from), to: format.month(to) })
      : twelve
  return (
    <aside className={styles.released} aria-labelledby="released">
      <h2 id="released">{t('home.result')}</h2>
      <p className={styles.period}>{period}</p>
      {figure ? (
        <>
          <p className={styles.figure}>
            <RateFigure figure={figure} target={target} />
          </p>
          <VerdictLine figure={figure} target={target} />
          <EvidenceNote figure={figure} hasWay />
          <Plot figure={figure} target={target} large />
        </>
      ) : (
        <p>{t('home.nothing_recent')}</p>
      )}
      <MonthlyTrend months={months} target={rules.target_percent} />
      <Facts figure={figure} coverage={coverage[0]} rules={rules} />
      <p className={styles.veil}>
        <Icon name="lock" />
        <span>
          <b>{t('home.not_live')}</b> {t('home.not_live_why')}
        </span>
      </p>
    </aside>
  )
}

/** Month by month, with a gap where nothing was published; nothing for a single month. */
function MonthlyTrend({ months, target }: { months: SatisfactionRow[]; target: number }) {
  const [first, last] = [months[0]?.key, months.at(-1)?.key]
  if (!first || !last || first === last) return null
  const byMonth = new Map(months.map(row => [row.key, row]))
  const points = everyMonth(first, last).map(month => {
    const figure = byMonth.get(month) ?? null
    return { month, figure, ...(figure && { target: figure.target_percent }) }
  })
  return (
    <div className={styles.trend}>
      <Trend points={points} target={target} />
    </div>
  )
}

type FactsProps = {
  figure: SatisfactionRow | undefined
  coverage: { handled: number | null; rated: number | null } | undefined
  rules: Settings
}

function Facts({ figure, coverage, rules }: FactsProps) {
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, figure?.target_percent)
  const next = nextRelease(rules.last_release_on, rules.release_hour, Date.now())
  const covered = coverage?.handled
    ? t('home.coverage_of', {
        share: format.percent((100 * (coverage.rated ?? 0)) / coverage.handled),
        n: format.count(coverage.handled),
      })
    : t('home.no_coverage')
  return (
    <dl>
      {figure && (
        <>
          <Fact name={tPublic('figure.interval')}>{format.interval(round(figure.low), round(figure.high))}</Fact>
          <Fact name={tPublic('figure.n')}>{format.count(figure.n)}</Fact>
        </>
      )}
      <Fact name={t('home.coverage')}>{covered}</Fact>
      <Fact name={t('home.next_release')}>{format.instantOf(next)}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
