import { useTranslation } from 'react-i18next'
import { readPeriod } from '../../lib/dates/periods'
import type { Report } from '../../lib/figures/report'
import { useFormats } from '../../ui/use-formats'

/** Quý III/2026, of '2026-Q3'; năm 2026, of '2026'. */
export function usePeriodName() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return (period: string) => {
    const read = readPeriod(period)
    if (read?.kind !== 'quarter') return t('reports.year_name', { year: period })
    return t('reports.quarter_name', { quarter: format.quarter(read.quarter), year: read.year })
  }
}

/** 14,4 / 18 · 9 of 9 indices: a score with an index missing is never shown alone. */
export function useScoreText() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return ({ tenths, known }: Pick<Report, 'tenths' | 'known'>) =>
    tenths === null ? t('reports.no_score') : t('reports.score', { score: format.tenth(tenths / 10), known })
}

export function useClassName() {
  const { t } = useTranslation('staff')
  return (reportClass: Report['class']) => t(`reports.class.${reportClass ?? 'none'}`)
}
