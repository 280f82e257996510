import { useSuspenseQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { coverageBy } from '../../data/coverage'
import { satisfactionBy } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { everyMonth } from '../../lib/dates/periods'
import { nextRelease } from '../../lib/dates/release-schedule'
import { roundPercent } from '../../lib/figures/figure'
import { plotScale } from '../../lib/figures/plot-scale'
import { Axis, gridClass, Interval, scaleStyle } from '../../ui/charts/interval'
import { RateFigure } from '../../ui/charts/rate-figure'
import { Trend } from '../../ui/charts/trend'
import { VerdictLine } from '../../ui/charts/verdict'
import { Icon } from '../../ui/icon'
import { useFormats } from '../../ui/use-formats'
import styles from './page.module.css'

type Props = { office: string; quarter: [string, string] }

/** What is published for the office: the same figures as everybody sees, and no others. */
export function HomeResult({ office, quarter: [from, to] }: Props) {
  const { t } = useTranslation('staff')
  const { t: publicWord } = useTranslation()
  const format = useFormats()
  const [{ data: inQuarter }, { data: months }, { data: coverage }, { data: rules }] = useSuspenseQueries({
    queries: [
      satisfactionBy('all', { office, from, to }),
      satisfactionBy('month', { office }),
      coverageBy('all', { office, from, to }),
      settings,
    ],
  })
  const target = rules.target_percent
  const [figure] = inQuarter
  const [covered] = coverage
  const next = nextRelease(rules.last_release_on, rules.release_hour, Date.now())
  const period = publicWord('figure.quarter', {
    quarter: format.quarter(Math.ceil(Number(from.slice(5)) / 3)),
    year: from.slice(0, 4),
  })
  const round = (share: number) => roundPercent(share, target)
  const [first, last] = [months[0]?.key, months.at(-1)?.key]
  const byMonth = new Map(months.map(row => [row.key, row]))
  const facts: [string, string][] = [
    ...(figure
      ? ([
          [publicWord('figure.interval'), format.interval(round(figure.low), round(figure.high))],
          [publicWord('figure.n'), format.count(figure.n)],
        ] satisfies [string, string][])
      : []),
    [
      t('home.coverage'),
      covered?.handled
        ? t('home.coverage_of', {
            share: format.percent((100 * (covered.rated ?? 0)) / covered.handled),
            n: format.count(covered.handled),
          })
        : t('home.no_coverage'),
    ],
    [t('home.next_release'), `${format.timeOf(next)}, ${format.dayOf(next)}`],
  ]
  return (
    <aside className={styles.released} aria-labelledby="released">
      <h2 id="released">{t('home.result')}</h2>
      <p className={styles.period}>{period}</p>
      {figure ? (
        <>
          <p className={styles.figure}>
            <RateFigure figure={figure} target={target} />
          </p>
          <VerdictLine verdict={figure.verdict} target={target} />
          <Plot figure={figure} target={target} />
        </>
      ) : (
        <p>{t('home.nothing_in_quarter')}</p>
      )}
      {first && last && first !== last && (
        <div className={styles.trend}>
          <Trend
            points={everyMonth(first, last).map(month => ({ month, figure: byMonth.get(month) ?? null }))}
            target={target}
          />
        </div>
      )}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.veil}>
        <Icon name="lock" />
        <span>
          <b>{t('home.not_live')}</b> {t('home.not_live_why')}
        </span>
      </p>
    </aside>
  )
}

function Plot({ figure, target }: { figure: Parameters<typeof Interval>[0]['figure']; target: number }) {
  const scale = plotScale([figure], target)
  return (
    <div className={styles.plot} style={scaleStyle(scale, target)}>
      <div className={`${gridClass} ${styles.band}`}>
        <Interval figure={figure} scale={scale} large />
      </div>
      <Axis scale={scale} target={target} />
    </div>
  )
}
