import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../lib/dates/day'
import { latestMonths } from '../../lib/dates/periods'
import { type ImportKind, importColumns } from '../../lib/files/import-schema'
import { Button } from '../../ui/button'
import { Actions, SelectField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import styles from './layout.module.css'
import type { ReadTable } from './spreadsheet-worker'
import { useColumnName } from './use-column-name'

type Props = {
  kind: ImportKind
  file: File
  table: ReadTable
  isBusy: boolean
  onCheck: (chosen: ChosenColumns) => void
}

/** What each column of the file is taken for; month: of all rows, where no column says it. */
export type ChosenColumns = { columns: (string | null)[]; month?: string }

/** How many months back a file may be about. */
const MONTHS = 36

/** What each column of the file is taken for, and the first rows beside it. The person may correct it. */
export function ImportColumns({ kind, file, table, isBusy, onCheck }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const columnName = useColumnName()
  const [columns, setColumns] = useState(table.columns)
  const [month, setMonth] = useState('')
  const isMonthless = importColumns[kind].some(({ name }) => name === 'month') && !columns.includes('month')
  const missing = importColumns[kind].filter(
    ({ name, isNeeded }) => isNeeded && !columns.includes(name) && !(name === 'month' && month),
  )
  // Each of our columns is read from one column of the file at most.
  const choose = (at: number, name: string) =>
    setColumns(columns.map((one, i) => (i === at ? name || null : one === name ? null : one)))
  return (
    <Section
      heading={t('import.columns')}
      lead={
        <>
          {t('import.read', { name: file.name, n: format.count(table.rowCount), line: table.headingLine })}{' '}
          {table.encoding &&
            t('import.as_text', {
              encoding: table.encoding.toUpperCase(),
              separator: separatorName(table.separator, t('import.tab')),
            })}
          <LeftOutRows {...table} />
          {table.unreported.length > 0 && <> {t('import.unreported', { names: table.unreported.join(', ') })}</>}
        </>
      }
    >
      <ul className={styles.columns}>
        {table.headings.map((_, at) => (
          <FileColumn key={at} kind={kind} table={table} at={at} column={columns[at] ?? ''} onChoose={choose} />
        ))}
      </ul>
      {isMonthless && <MonthOfAll month={month} onChoose={setMonth} />}
      {missing.length > 0 && (
        <p role="status" className={styles.missing}>
          {t('import.missing', { columns: missing.map(({ name }) => columnName(name)).join(', ') })}
        </p>
      )}
      <Actions>
        <Button
          isBusy={isBusy}
          aria-disabled={missing.length > 0}
          onClick={() => onCheck({ columns, ...(isMonthless && { month }) })}
        >
          {t('import.check', { n: format.count(table.rowCount) })}
        </Button>
      </Actions>
    </Section>
  )
}

/** For a file that says its month nowhere, as the national portal's. */
function MonthOfAll({ month, onChoose }: { month: string; onChoose: (month: string) => void }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return (
    <SelectField
      label={t('import.month_of_all')}
      hint={t('import.month_of_all_hint')}
      value={month}
      onChange={event => onChoose(event.target.value)}
    >
      <option value="">{t('forms.choose')}</option>
      {latestMonths(localDay(), MONTHS).map(day => (
        <option key={day} value={day}>
          {format.month(day.slice(0, 7))}
        </option>
      ))}
    </SelectField>
  )
}

const leftOutRows = ['totals', 'sections', 'numbering', 'headings', 'notes', 'hidden', 'empty'] as const

/** What is not read, counted: nobody should learn from a missing figure that a row was taken for a sum. */
function LeftOutRows({ leftOut, hiddenSheets }: ReadTable) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const parts = leftOutRows.flatMap(why => {
    const n = leftOut[why] ?? 0
    return n > 0 ? [t(`import.left_out.${why}`, { n: format.count(n) })] : []
  })
  if (hiddenSheets > 0) parts.push(t('import.left_out.hidden_sheets', { n: format.count(hiddenSheets) }))
  return parts.length > 0 && <> {t('import.not_read', { parts: parts.join(', ') })}</>
}

type FileColumnProps = Pick<Props, 'kind' | 'table'> & {
  at: number
  column: string
  onChoose: (at: number, column: string) => void
}

function FileColumn({ kind, table, at, column, onChoose }: FileColumnProps) {
  const { t } = useTranslation('staff')
  const columnName = useColumnName()
  const samples = table.samples.map(row => row[at]).filter(Boolean)
  return (
    <li>
      <label>
        <b>{table.headings[at] || t('import.nameless', { n: at + 1 })}</b>
        <span className={styles.samples}>{samples.join(' · ') || '–'}</span>
        <select value={column} onChange={event => onChoose(at, event.target.value)}>
          <option value="">{t('import.leave_out')}</option>
          {importColumns[kind].map(({ name }) => (
            <option key={name} value={name}>
              {columnName(name)}
            </option>
          ))}
        </select>
      </label>
    </li>
  )
}

const separatorName = (separator: string | null, tab: string) => (separator === '\t' ? tab : `“${separator}”`)
