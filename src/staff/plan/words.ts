import { useTranslation } from 'react-i18next'
import type words from '../../i18n/vi/plan.json'
import { readPeriod } from '../../lib/dates/periods'
import { roundPercent } from '../../lib/figures/figure'
import { useFormats } from '../../ui/use-formats'

/** Quý III/2026, of '2026-Q3'. */
export function useQuarterName() {
  const { t } = useTranslation('plan')
  const format = useFormats()
  return (quarter: string) => {
    const read = readPeriod(quarter)
    if (read?.kind !== 'quarter') return quarter
    return t('quarter_name', { quarter: format.quarter(read.quarter), year: read.year })
  }
}

/** What the public page calls a target. */
export function useIndicatorName() {
  const { t } = useTranslation('plan')
  return (code: string) => t(`indicator.${code as keyof typeof words.indicator}`)
}

type Value = { value: number | null; part: number | null; whole: number | null }

/** 38,4% (384 / 1.000) */
export function useValueText() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return ({ value, part, whole }: Value) => {
    if (value === null) return t('plan.withdrawn')
    const share = format.percent(roundPercent(value / 100))
    if (part === null || whole === null) return share
    return t('plan.counts', { value: share, part: format.count(part), whole: format.count(whole) })
  }
}
