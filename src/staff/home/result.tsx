import { useSuspenseQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { coverageBy } from '../../data/coverage'
import { type SatisfactionRow, satisfactionBy, targetOf } from '../../data/satisfaction'
import { type Settings, settings } from '../../data/settings'
import { everyMonth } from '../../lib/dates/periods'
import { nextRelease } from '../../lib/dates/release-schedule'
import { roundPercent } from '../../lib/figures/figure'
import { RateFigure } from '../../ui/charts/rate-figure'
import { Trend } from '../../ui/charts/trend'
import { VerdictLine } from '../../ui/charts/verdict'
import { Icon } from '../../ui/icon'
import { useFormats } from '../../ui/use-formats'
import styles from './page.module.css'
import { Plot } from './plot'

type Props = { office: string; quarter: [string, string] }

/** What is published for the office: the same figures as everybody sees, and no others. */
export function HomeResult({ office, quarter: [from, to] }: Props) {
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const [{ data: inQuarter }, { data: months }, { data: coverage }, { data: rules }] = useSuspenseQueries({
    queries: [
      satisfactionBy('all', { office, from, to }),
      satisfactionBy('month', { office }),
      coverageBy('all', { office, from, to }),
      settings,
    ],
  })
  const target = targetOf(inQuarter, rules)
  const [figure] = inQuarter
  const period = tPublic('figure.quarter', {
    quarter: format.quarter(Math.ceil(Number(from.slice(5)) / 3)),
    year: from.slice(0, 4),
  })
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
          <Plot figure={figure} target={target} large />
        </>
      ) : (
        <p>{t('home.nothing_in_quarter')}</p>
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
