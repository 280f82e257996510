import { useTranslation } from 'react-i18next'
import { readPeriod } from '../../../lib/dates/periods'
import type { ReportClass } from '../../../lib/figures/report'
import { useFormats } from '../../../ui/use-formats'

/** How periods, scores and classes are said to the public. */
export function useReportWords() {
  const { t } = useTranslation('plan')
  const format = useFormats()
  return {
    periodName(period: string) {
      const read = readPeriod(period)
      if (read?.kind !== 'quarter') return t('report.year_name', { year: period })
      return t('report.quarter_name', { quarter: format.quarter(read.quarter), year: read.year })
    },
    score: (tenths: number | null) =>
      tenths === null ? t('report.no_score') : t('report.score', { score: format.tenth(tenths / 10) }),
    points: (tenths: number | null) => (tenths === null ? t('report.unknown') : format.tenth(tenths / 10)),
    className: (of: ReportClass | null) => t(`report.class.${of ?? 'none'}`),
  }
}
