import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../lib/figures/figure'
import { byName } from '../../lib/text/format'
import type { PlotGroup, PlotRow } from '../../ui/charts/interval-plot'
import { useFormats } from '../../ui/use-formats'

const verdictOf = ({ figure }: PlotRow) => ('missing' in figure ? null : figure.verdict)

export const sortedByName = (rows: PlotRow[]) => rows.toSorted((a, b) => byName(a.name, b.name))

/** Groups rows by verdict; inside a group they are sorted by name, because their intervals overlap. */
export function useVerdictGroups(target: number) {
  const { t } = useTranslation()
  const format = useFormats()

  return (rows: PlotRow[], order: Verdict[] = ['met', 'undecided', 'not_met', 'unproven']): PlotGroup[] => {
    const groups = order.map((verdict): PlotGroup => {
      const members = sortedByName(rows.filter(row => verdictOf(row) === verdict))
      return {
        key: verdict,
        verdict,
        heading: t(`verdict.group.${verdict}`, { n: format.count(members.length) }),
        note: t(`verdict.meaning.${verdict}`, { target: format.wholePercent(target) }),
        rows: members,
      }
    })
    const missing = sortedByName(rows.filter(row => verdictOf(row) === null))
    const unpublished = { key: 'missing', heading: t('verdict.group.missing', { n: format.count(missing.length) }) }
    return [...groups, { ...unpublished, rows: missing }].filter(({ rows: members }) => members.length > 0)
  }
}
