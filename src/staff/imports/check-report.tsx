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

type Props = {
  kind: ImportKind
  headings: string[]
  check: ImportCheck
  rows: ImportRows
  isBusy: boolean
  onWrite: () => void
}

/** What the check has found: every problem by row and column, or what writing would do. */
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
      {rows.formulas > 0 && (
        <Banner look="wait" icon="alert">
          <p>{t('import.formulas', { n: format.count(rows.formulas) })}</p>
        </Banner>
      )}
      <Actions>
        <Button aria-disabled={isBusy} onClick={() => !isBusy && onWrite()}>
          {t('import.write', { n: format.count(check.rows) })}
        </Button>
      </Actions>
    </Section>
  )
}

function Problems({ check, rows }: { check: ImportCheck; rows: ImportRows }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const sentence = useProblemSentence()
  const lineOf = (row: number) => rows.lines[row - 1] ?? row
  const told = check.problems.map((problem, id) => ({
    id,
    line: lineOf(problem.row),
    column: t(`import.column.${problem.column}` as 'import.column.code'),
    value: rows.rows[problem.row - 1]?.[rows.columns.indexOf(problem.column)] ?? '',
    why: reasonOf(problem),
  }))
  function reasonOf({ key, other }: ImportProblem) {
    return other ? t('import.twice', { line: lineOf(other) }) : sentence({ key })
  }
  type Told = (typeof told)[number]
  const columns: Column<Told>[] = [
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
            {check.problem_count > told.length && ` ${t('import.first_problems', { n: format.count(told.length) })}`}
          </p>
        </Banner>
        <ExportButtons
          name={t('import.problems_file')}
          rows={() => [
            columns.map(({ name }) => name),
            ...told.map(({ line, column, value, why }) => [line, column, value, why]),
          ]}
        />
        <DataTable
          name="problems"
          caption={t('import.problems', { n: format.count(check.problem_count) })}
          columns={columns}
          rows={told}
          rowKey={({ id }) => id}
          searchIn={({ line, column, value, why }) => `${line} ${column} ${value} ${why}`}
          empty={null}
        />
      </div>
    </Section>
  )
}
