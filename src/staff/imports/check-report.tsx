import { useTranslation } from 'react-i18next'
import type { ImportCheck, ImportProblem } from '../../data/imports'
import type { ImportKind, ImportRows } from '../../lib/files/import-schema'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { type Column, DataTable } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'
import styles from './layout.module.css'
import { useColumnName } from './use-column-name'

type Props = {
  kind: ImportKind
  check: ImportCheck
  rows: ImportRows
  isBusy: boolean
  onWrite: () => void
}

/** The result of the check: every problem by row and column, or what writing would do. */
export function ImportCheckReport({ kind, check, rows, isBusy, onWrite }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  if (check.problem_count > 0) return <Problems check={check} rows={rows} />
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

type ProblemRow = { id: number; line: number; column: string; value: string; why: string }

/** The rows as the person knows them: by the line in the file and the name of the column. */
function useProblemRows(problems: ImportProblem[], { rows, lines, columns }: ImportRows): ProblemRow[] {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const columnName = useColumnName()
  const lineOf = (row: number) => lines[row - 1] ?? row
  return problems.map(({ row, column, key, other }, id) => ({
    id,
    line: lineOf(row),
    column: columnName(column),
    value: rows[row - 1]?.[columns.indexOf(column)] ?? '',
    why: other ? t('import.twice', { line: lineOf(other) }) : sentence({ key }),
  }))
}

function Problems({ check, rows }: { check: ImportCheck; rows: ImportRows }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const shown = useProblemRows(check.problems, rows)
  const columns: Column<ProblemRow>[] = [
    { key: 'line', name: t('import.line'), cell: ({ line }) => line, sortBy: ({ line }) => line },
    { key: 'column', name: t('import.column_name'), cell: ({ column }) => column, sortBy: ({ column }) => column },
    { key: 'value', name: t('import.value'), cell: ({ value }) => value || '–' },
    { key: 'why', name: t('import.why'), cell: ({ why }) => why, sortBy: ({ why }) => why },
  ]
  return (
    <Section heading={t('import.problems', { n: format.count(check.problem_count) })}>
      <div className={styles.problems}>
        <Banner look="alert" icon="alert">
          <p>
            <b>{t('import.nothing_changed')}</b> {t('import.mend')}
            {check.problem_count > shown.length && ` ${t('import.first_problems', { n: format.count(shown.length) })}`}
          </p>
        </Banner>
        <ExportButtons
          name={t('import.problems_file')}
          rows={() => [
            columns.map(({ name }) => name),
            ...shown.map(({ line, column, value, why }) => [line, column, value, why]),
          ]}
        />
        <DataTable
          name="problems"
          caption={t('import.problems', { n: format.count(check.problem_count) })}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          searchIn={({ line, column, value, why }) => `${line} ${column} ${value} ${why}`}
          empty={null}
        />
      </div>
    </Section>
  )
}
