import { useTranslation } from 'react-i18next'
import { readPeriod } from '../../lib/dates/periods'
import { type PlanFigure, quarterOfDay } from '../../lib/figures/plan'
import { useFormats } from '../../ui/use-formats'

/** What the periods of the plan are called. */
export function usePlanPeriods() {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const quarterName = (quarter: string) => {
    const read = readPeriod(quarter)
    return read?.kind === 'quarter'
      ? t('quarter_name', { quarter: format.quarter(read.quarter), year: read.year })
      : quarter
  }
  return {
    quarterName,
    periodOf: ({ period, source }: Pick<PlanFigure, 'period' | 'source'>) =>
      source === 'par_index' ? t('year_name', { year: period.slice(0, 4) }) : quarterName(quarterOfDay(period)),
  }
}
