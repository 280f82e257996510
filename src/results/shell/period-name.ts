import { useTranslation } from 'react-i18next'
import { daysOf, readPeriod } from '../../lib/dates/periods'
import { useFormats } from '../../ui/use-formats'
import { useSelection } from './filter-params'

/** Names periods: 'Quý III/2026', and with its days 'Quý III/2026 (01/07/2026 đến 30/09/2026)'. */
export function usePeriodNames() {
  const { t } = useTranslation()
  const format = useFormats()

  const short = (period: string) => {
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

  return { short, long, all }
}

/** The chosen period with its days, and the channel if one is chosen, in words. */
export function useShownPeriod(months: { key: string | null }[]) {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const { period, question } = useSelection()
  const [first, last] = [months[0]?.key, months.at(-1)?.key]
  const everything = first && last ? names.all(first, last) : t('figure.all_periods')
  const shown = period ? names.long(period) : everything
  return question.channel
    ? t('figure.period_and_channel', { period: shown, channel: t(`figure.channels.${question.channel}`) })
    : shown
}
