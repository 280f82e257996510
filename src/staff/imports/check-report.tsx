import { useTranslation } from 'react-i18next'
import { type ImportCheck, type ImportProblem, importProblems } from '../../data/imports'
import type { ImportKind, ImportRows } from '../../lib/files/import-schema'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import { type FoundProblem, ProblemList } from './problem-list'
import { useColumnName } from './use-column-name'

type Props = {
  id: number
  kind: ImportKind
  check: ImportCheck
  rows: ImportRows
  isBusy: boolean
  onWrite: () => void
}

/** The result of the check: every problem by row and column, or what writing would do. */
export function ImportCheckReport({ id, kind, check, rows, isBusy, onWrite }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  if (check.problem_count > 0) return <Problems id={id} check={check} rows={rows} />
  const same = check.rows - check.added - check.changed
  return (
    <Section heading={t('import.fine')}>
      <p>
        {kind === 'visit_codes'
          ? t('import.would_make', { n: format.count(check.rows) })
          : t('import.would', {
              added: format.count(check.added),
              changed: format.count(check.changed),
              same: format.count(same),
            })}
      </p>
      {check.new_fields.length > 0 && <p>{t('import.new_fields', { names: check.new_fields.join(', ') })}</p>}
      <Restored {...rows} />
      {rows.blank > 0 && <p>{t('import.blank', { n: format.count(rows.blank) })}</p>}
      {rows.formulas > 0 && (
        <Banner look="wait" icon="alert">
          <p>{t('import.formulas', { n: format.count(rows.formulas) })}</p>
        </Banner>
      )}
      <Actions>
        <Button isBusy={isBusy} onClick={onWrite}>
          {t('import.write', { n: format.count(check.rows) })}
        </Button>
      </Actions>
    </Section>
  )
}

const restoredCells = ['code_zero', 'code_dot', 'code_suffix', 'phone_zero', 'gso_zero'] as const

/** What a spreadsheet had taken away from cells and was put back. */
function Restored({ restored }: ImportRows) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return restoredCells.map(what => {
    const n = restored[what] ?? 0
    return n > 0 && <p key={what}>{t(`import.restored.${what}`, { n: format.count(n) })}</p>
  })
}

/** What was found as the person knows it: by the line in the file and the name of the column. */
function useFoundProblems({ rows, lines, columns }: ImportRows) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const columnName = useColumnName()
  const lineOf = (row: number) => lines[row - 1] ?? row
  return {
    found: (problems: ImportProblem[]): FoundProblem[] =>
      problems.map(({ row, column, key, other }, id) => ({
        id,
        line: lineOf(row),
        place: lineOf(row),
        column: columnName(column),
        value: rows[row - 1]?.[columns.indexOf(column)] ?? '',
        why: other ? t('import.twice', { line: lineOf(other) }) : sentence({ key }),
      })),
    kindOf: ({ column, key, n }: ImportCheck['problem_kinds'][number]) => ({
      column: columnName(column),
      why: sentence({ key }),
      n,
    }),
  }
}

function Problems({ id, check, rows }: Pick<Props, 'id' | 'check' | 'rows'>) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { found, kindOf } = useFoundProblems(rows)
  return (
    <ProblemList
      name="problems"
      heading={t('import.problems', { n: format.count(check.problem_count) })}
      placeName={t('import.line')}
      count={check.problem_count}
      kinds={check.problem_kinds.map(kindOf)}
      shown={found(check.problems)}
      all={async onProgress => found(await importProblems(id, check, onProgress))}
    />
  )
}
