import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { type Selection, satisfactionBy, withoutPeriod } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { monthsOf, periodBefore, quarterBefore } from '../../lib/dates/periods'
import type { Figure } from '../../lib/figures/figure'
import { breaksOf } from '../../lib/figures/method-versions'
import { rateDifference } from '../../lib/figures/rate-difference'
import { useFormats } from '../../ui/use-formats'
import { useSelection } from '../shell/filter-params'
import { usePeriodNames } from '../shell/period-name'
import styles from './rate-difference-line.module.css'

/**
 * Whether a period differs from the one before. For the last twelve months and for all time it is the last quarter that is over. Both are
 * sums of whole batches like every other figure.
 */
export function RateDifferenceLine({ question }: { question: Selection }) {
  const { period } = useSelection()
  const { data: rules } = useSuspenseQuery(settings)
  const chosen = question.from ? period : undefined
  const now = chosen ?? (rules.last_release_on ? quarterBefore(rules.last_release_on.slice(0, 7)) : undefined)
  const before = now && periodBefore(now)
  if (!now || !before) return null
  return <Between question={withoutPeriod(question)} now={now} before={before} />
}

function Between({ question, now, before }: { question: Selection; now: string; before: string }) {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const [{ data: later }, { data: earlier }] = useSuspenseQueries({
    queries: [now, before].map(period => satisfactionBy('all', { ...question, ...monthsOf(period) })) as [
      ReturnType<typeof satisfactionBy>,
      ReturnType<typeof satisfactionBy>,
    ],
  })
  const { data: versions } = useSuspenseQuery(methodVersions)
  const [figure, base] = [later[0], earlier[0]]
  if (!figure) return null
  const periods = { now: names.short(now), before: names.short(before) }
  const [first, last] = [monthsOf(before)?.from ?? '', monthsOf(now)?.to ?? '']
  const isOtherMethod = breaksOf(versions).some(
    ({ valid_from }) => valid_from.slice(0, 7) > first && valid_from.slice(0, 7) <= last,
  )
  if (!base) return <p className={styles.change}>{t('change.nothing_before', periods)}</p>
  if (isOtherMethod || figure.evidence !== base.evidence)
    return <p className={styles.change}>{t('change.other_method', periods)}</p>
  return <Difference figure={figure} base={base} periods={periods} />
}

type DifferenceProps = { figure: Figure; base: Figure; periods: { now: string; before: string } }

function Difference({ figure, base, periods }: DifferenceProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { change, low, high, isSure } = rateDifference(figure, base)
  const points = { change: format.points(change), low: format.points(low), high: format.points(high) }
  return (
    <p className={styles.change}>
      <b>{t(isSure ? (change > 0 ? 'change.up' : 'change.down') : 'change.unsure')}</b>{' '}
      {t('change.compared', { ...periods, ...points })}{' '}
      <small>
        {t('change.rates', {
          ...periods,
          now_n: format.count(figure.n),
          before_n: format.count(base.n),
        })}
      </small>
    </p>
  )
}
