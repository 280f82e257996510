import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportKind, importColumns } from '../../lib/files/import-schema'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import styles from './layout.module.css'
import type { ReadTable } from './spreadsheet-worker'

type Props = {
  kind: ImportKind
  file: File
  table: ReadTable
  isBusy: boolean
  onCheck: (columns: (string | null)[]) => void
}

/** What each column of the file is taken for, and the first rows beside it. The person knows better. */
export function ImportColumns({ kind, file, table, isBusy, onCheck }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const [columns, setColumns] = useState(table.columns)
  const nameOf = (column: string) => t(`import.column.${column}` as 'import.column.code')
  const missing = importColumns[kind].filter(({ name, isNeeded }) => isNeeded && !columns.includes(name))
  const choose = (at: number, name: string) =>
    // A column of ours stands for one of the file.
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
        </>
      }
    >
      <ul className={styles.columns}>
        {table.headings.map((heading, at) => (
          <li key={at}>
            <label>
              <b>{heading || t('import.nameless', { n: at + 1 })}</b>
              <span className={styles.samples}>
                {table.samples
                  .map(row => row[at])
                  .filter(Boolean)
                  .join(' · ') || '–'}
              </span>
              <select value={columns[at] ?? ''} onChange={event => choose(at, event.target.value)}>
                <option value="">{t('import.leave_out')}</option>
                {importColumns[kind].map(({ name }) => (
                  <option key={name} value={name}>
                    {nameOf(name)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p role="status" className={styles.missing}>
          {t('import.missing', { columns: missing.map(({ name }) => nameOf(name)).join(', ') })}
        </p>
      )}
      <Actions>
        <Button
          aria-disabled={isBusy || missing.length > 0}
          onClick={() => !isBusy && missing.length === 0 && onCheck(columns)}
        >
          {t('import.check', { n: format.count(table.rowCount) })}
        </Button>
      </Actions>
    </Section>
  )
}

const separatorName = (separator: string | null, tab: string) => (separator === '\t' ? tab : `“${separator}”`)
