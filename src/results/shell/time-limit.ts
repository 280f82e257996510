import { useTranslation } from 'react-i18next'
import type { Procedure } from '../../data/procedures'

/** A time limit of a procedure in words: its days are working days where the catalogue says so. */
export function useTimeLimit() {
  const { t } = useTranslation()
  return ({ days_unit }: Pick<Procedure, 'days_unit'>, days: number | null) => {
    if (days === null) return t('procedure.no_limit')
    return t(/làm việc/i.test(days_unit ?? '') ? 'procedure.working_days' : 'procedure.days', { days })
  }
}
