import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/use-formats'

/** A quarter by its first day, in the words of the staff pages. */
export function useQuarterName() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return (day: string) =>
    t('good_practice.quarter', {
      quarter: format.quarter(Math.ceil(Number(day.slice(5, 7)) / 3)),
      year: day.slice(0, 4),
    })
}

/** Who did something, and on which day. */
export function useDoneBy() {
  const format = useFormats()
  return (who: string | null, at: string | null) => ({ who: who ?? '', day: format.dayOf(Date.parse(at ?? '')) })
}
