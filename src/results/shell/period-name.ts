import { useTranslation } from 'react-i18next'
import type { SatisfactionRow } from '../../data/satisfaction'
import { daysOf, readPeriod } from '../../lib/dates/periods'
import { useFormats } from '../../ui/use-formats'
import { ALL_TIME, useSelection } from './filter-params'

/** Names periods: 'Quý III/2026', and with its days 'Quý III/2026 (01/07/2026 đến 30/09/2026)'. */
export function usePeriodNames() {
  const { t } = useTranslation()
  const format = useFormats()

  const short = (period: string) => {
    if (period === ALL_TIME) return t('figure.all_periods')
    const read = readPeriod(period)
    if (!read) return period
    const { year } = read
    if (read.kind === 'year') return t('figure.year', { year })
    if (read.kind === 'month') return t('figure.month', { month: format.month(period) })
    return t('figure.quarter', { quarter: format.quarter(read.quarter), year })
  }

  const long = (period: string) => {
    const days = daysOf(period)
    if (!days) return short(period)
    return t('figure.period_with_days', { period: short(period), from: format.day(days.from), to: format.day(days.to) })
  }

  /** All that is published, from its first month to its last. */
  const all = (first: string, last: string) =>
    t('figure.all_periods_from', { from: format.month(first), to: format.month(last) })

  const withMonths = (period: string, first: string | null | undefined, last: string | null | undefined) =>
    first && last ? t('figure.period_with_days', { period, from: format.month(first), to: format.month(last) }) : period

  /** The last twelve months: those that a figure of them is about, if there is one. */
  const headline = (figure: Months | undefined) =>
    withMonths(t('figure.last_12_months'), figure?.first_month, figure?.last_month)

  const allTime = (first: string | null | undefined, last: string | null | undefined) =>
    withMonths(t('figure.all_periods'), first, last)

  return { short, long, all, headline, allTime }
}

type Months = Pick<SatisfactionRow, 'first_month' | 'last_month'>

/**
 * The period of a figure with its days or months, and the channel if one is chosen, in words. `months` are those with
 * anything published.
 */
export function useShownPeriod(months: { key: string | null }[], figure: Months | undefined) {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const { period, question } = useSelection()
  const shown = () => {
    if (period === ALL_TIME) return names.allTime(months[0]?.key, months.at(-1)?.key)
    return period ? names.long(period) : names.headline(figure)
  }
  return question.channel
    ? t('figure.period_and_channel', { period: shown(), channel: t(`figure.channels.${question.channel}`) })
    : shown()
}
