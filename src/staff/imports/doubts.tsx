import { useTranslation } from 'react-i18next'
import type { DoubtAt } from '../../lib/files/import-schema'
import { firstOfEachKind } from '../../lib/first-of-each-kind'
import { useFormats } from '../../ui/use-formats'
import { type FoundProblem, ProblemList } from './problem-list'
import { useColumnName } from './use-column-name'

const MOST_SHOWN = 1000

/** Cells that could mean two things, or whose content is lost: nothing was sent, and nothing is guessed. */
export function ImportDoubts({ doubts }: { doubts: DoubtAt[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const columnName = useColumnName()
  const found = doubts.map(
    ({ line, cell, column, seen, doubt }, id): FoundProblem => ({
      id,
      line,
      place: cell,
      column: columnName(column),
      value: seen,
      why: t(`import.doubt.${doubt}`),
    }),
  )
  const { first, kinds } = firstOfEachKind(found, ({ column, why }) => `${column} ${why}`, MOST_SHOWN)
  return (
    <ProblemList
      name="doubts"
      heading={t('import.doubts', { n: format.count(doubts.length) })}
      placeName={t('import.cell')}
      count={doubts.length}
      kinds={kinds.map(({ one: { column, why }, n }) => ({ column, why, n }))}
      shown={first}
      all={async () => found}
    />
  )
}
