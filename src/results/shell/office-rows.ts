import { useTranslation } from 'react-i18next'
import type { Office } from '../../data/offices'
import type { SatisfactionRow } from '../../data/satisfaction'
import { paths } from '../../paths'
import type { PlotRow } from '../../ui/charts/interval-plot'
import { useFormats } from '../../ui/use-formats'
import { useSelection } from './filter-params'

/** The name that people know: of the desk, else of the office. */
export const officeName = (office: Office) => office.desk ?? office.name

/** A serving place has a desk, whether it is open or not; a body above only gathers what is below. */
const isServing = (office: Office) => office.desk !== null && office.closed_on === null

/** All offices below one, however deep. */
export function below(officeList: Office[], code: string | undefined): Office[] {
  const children = officeList.filter(place => place.parent_code !== null && place.parent_code === code)
  return children.flatMap(child => [child, ...below(officeList, child.code)])
}

/** Those whose figures and reports are awaited: open, with a desk. */
export const serving = (officeList: Office[]) => officeList.filter(isServing)

/** Published offices, and the serving ones without a published figure, with the reason. */
export function useOfficeRows(offices: Office[], missing: (office: Office) => string) {
  const { t } = useTranslation()
  const format = useFormats()
  const { period } = useSelection()

  const noteOf = (office: Office) => {
    if (office.closed_on) return t('office.closed_note', { day: format.day(office.closed_on) })
    return office.desk === null ? t('office.pooled_note') : undefined
  }

  return (rows: SatisfactionRow[], expected = offices): PlotRow[] => {
    const figures = new Map(rows.map(row => [row.key, row]))
    const shown = offices.filter(office => figures.has(office.code) || (isServing(office) && expected.includes(office)))
    return shown.map(office => ({
      key: office.code,
      name: officeName(office),
      isRegistered: true,
      note: noteOf(office),
      to: paths.officeResults(office.code, period),
      figure: figures.get(office.code) ?? { missing: missing(office) },
    }))
  }
}

/** Why nothing of an office is shown: it is not chosen, too little has come in, or nothing in the period, or ever. */
export function useMissingReason(minBatch: number, isOfEver = false) {
  const { t } = useTranslation()
  const { question, isFiltered } = useSelection()
  return (office: Office) => {
    if (isFiltered) return t('figure.none_selected')
    if (office.waiting > 0) return t('figure.too_few', { n: minBatch })
    return question.headline && !isOfEver ? t('figure.none_recent') : t('figure.no_data')
  }
}
