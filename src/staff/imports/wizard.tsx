import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishImport, type ImportCheck, type ImportDone, imports, sendImport } from '../../data/imports'
import { offices } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { UnreadableFile } from '../../lib/files/file-problem'
import { type ImportKind, type ImportRows, importColumns } from '../../lib/files/import-schema'
import { FileField } from '../../ui/forms/file-field'
import { SelectField } from '../../ui/forms/form-field'
import { Banner } from '../../ui/messages/banner'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Progress } from '../../ui/messages/progress'
import { useFormats } from '../../ui/use-formats'
import { ImportCheckReport } from './check-report'
import { type ChosenColumns, ImportColumns } from './columns'
import { withColumn, withOfficeCodes } from './complete-rows'
import { ImportDoubts } from './doubts'
import { ImportResult } from './result'
import { readRows, readSheet, readTable } from './spreadsheet-reader'
import type { ReadTable } from './spreadsheet-worker'
import { useColumnName } from './use-column-name'

type Chosen = { file: File; table: ReadTable }
/** Without a check: there are doubts, and nothing was sent. */
type Checked = { id: number; check: ImportCheck | null; rows: ImportRows }
type Written = { id: number; done: ImportDone; rows: ImportRows }

/** The steps of one file: read, columns chosen, checked, written. Choosing another file starts again. */
function useImport(kind: ImportKind) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [written, setWritten] = useState<Written | null>(null)
  /** How much of the file has been read or sent, from 0 to 1. */
  const [share, setShare] = useState(0)

  const reading = useMutation({
    mutationFn: async (asked: File | { sheet: number }) => {
      const file = asked instanceof File ? asked : (chosen as Chosen).file
      if (asked instanceof File) setChosen(null)
      setChecked(null)
      setWritten(null)
      setShare(0)
      checking.reset()
      writing.reset()
      return {
        file,
        table: asked instanceof File ? await readTable(kind, file, setShare) : await readSheet(asked.sheet),
      }
    },
    onSuccess: setChosen,
  })
  const checking = useMutation({
    mutationFn: async ({ columns, month }: ChosenColumns) => {
      setChecked(null)
      writing.reset()
      const read = withOfficeCodes(await readRows(columns), await queryClient.ensureQueryData(offices))
      const rows = month ? withColumn(read, 'month', month) : read
      if (rows.doubts.length > 0) return { id: 0, check: null, rows }
      return { rows, ...(await sendImport(kind, (chosen as Chosen).file, rows, setShare)) }
    },
    onSuccess: setChecked,
  })
  const writing = useMutation({
    mutationFn: async ({ id, rows }: Checked) => ({ id, rows, done: await finishImport(id) }),
    onSuccess: result => {
      setWritten(result)
      setChosen(null)
      setChecked(null)
    },
  })
  return { chosen, checked, written, share, reading, checking, writing }
}

/** An import from the choice of its file to what was written. */
export function ImportWizard({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('staff')
  const { chosen, checked, share, reading, checking, writing, ...done } = useImport(kind)
  const { data: history } = useQuery(imports)
  // An import that was undone in the list below is no longer shown as written.
  const isUndone = history?.some(one => one.id === done.written?.id && one.undone_at !== null)
  const written = isUndone ? null : done.written
  const failed = reading.error ?? checking.error ?? writing.error
  return (
    <>
      <FileField
        label={t('import.choose')}
        hint={t('import.choose_hint')}
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.json,text/csv,application/json"
        onFile={file => reading.mutate(file)}
      />
      {!chosen && !written && <ExpectedColumns kind={kind} />}
      {failed && <Failure error={failed} />}
      {reading.isPending && <Progress label={t('import.reading')} share={share || undefined} />}
      {chosen && chosen.table.sheets.length > 1 && (
        <SheetChoice {...chosen.table} onChoose={sheet => reading.mutate({ sheet })} />
      )}
      {chosen && chosen.table.sheet !== null && (
        <ImportColumns
          key={`${chosen.file.name} ${chosen.table.sheet}`}
          kind={kind}
          {...chosen}
          isBusy={checking.isPending}
          onCheck={columns => checking.mutate(columns)}
        />
      )}
      {checking.isPending && <Progress label={t('import.sending')} share={share < 1 ? share : undefined} />}
      {chosen && checked && !checked.check && <ImportDoubts doubts={checked.rows.doubts} />}
      {chosen && checked?.check && (
        <ImportCheckReport
          id={checked.id}
          kind={kind}
          check={checked.check}
          rows={checked.rows}
          isBusy={writing.isPending}
          onWrite={() => writing.mutate(checked)}
        />
      )}
      {writing.isPending && <Progress label={t('import.writing')} />}
      {written && <ImportResult kind={kind} done={written.done} rows={written.rows} />}
    </>
  )
}

/** Which sheet of a workbook is read. Where several could be meant none is, until the person has said. */
function SheetChoice({
  sheets,
  sheet,
  onChoose,
}: Pick<ReadTable, 'sheets' | 'sheet'> & { onChoose: (at: number) => void }) {
  const { t } = useTranslation('staff')
  return (
    <SelectField
      label={t('import.sheet')}
      hint={sheet === null ? t('import.sheet_ask') : undefined}
      value={sheet ?? ''}
      onChange={event => event.target.value !== '' && onChoose(Number(event.target.value))}
    >
      {sheet === null && <option value="">{t('import.sheet_none')}</option>}
      {sheets.map((name, at) => (
        <option key={name} value={at}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

function Failure({ error }: { error: Error }) {
  const { t } = useTranslation('staff')
  return (
    <Banner look="alert" icon="alert">
      <p>
        <b>{t('import.nothing_changed')}</b>{' '}
        {error instanceof UnreadableFile ? (
          <>
            {t(`import.file.${error.key}`)} {error.at && t('import.seen_at', { ...error.at })}
          </>
        ) : (
          <ProblemMessage problem={toProblem(error)} />
        )}
      </p>
    </Banner>
  )
}

/** Which columns a file wants, for whoever begins with an empty sheet. */
function ExpectedColumns({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const columnName = useColumnName()
  const named = (isNeeded: boolean) =>
    importColumns[kind]
      .filter(column => column.isNeeded === isNeeded)
      .map(({ name }) => columnName(name))
      .join(', ')
  return <p>{t('import.wants', { needed: named(true), optional: named(false), most: format.count(100_000) })}</p>
}
