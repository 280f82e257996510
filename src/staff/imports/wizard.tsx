import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishImport, type ImportCheck, type ImportDone, imports, sendImport } from '../../data/imports'
import { toProblem } from '../../data/problem'
import { type ImportKind, type ImportRows, importColumns } from '../../lib/files/import-schema'
import { UnreadableFile } from '../../lib/files/spreadsheet'
import { FileField } from '../../ui/forms/file-field'
import { Banner } from '../../ui/messages/banner'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Progress } from '../../ui/messages/progress'
import { useFormats } from '../../ui/use-formats'
import { ImportCheckReport } from './check-report'
import { ImportColumns } from './columns'
import { ImportResult } from './result'
import { readRows, readTable } from './spreadsheet-reader'
import type { ReadTable } from './spreadsheet-worker'
import { useColumnName } from './use-column-name'

type Chosen = { file: File; table: ReadTable }
type Checked = { id: number; check: ImportCheck; rows: ImportRows }
type Written = { id: number; done: ImportDone; rows: ImportRows }

/** The steps of one file: read, columns chosen, checked, written. Choosing another file starts again. */
function useImport(kind: ImportKind) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [written, setWritten] = useState<Written | null>(null)
  /** How much of the file has been sent, from 0 to 1. */
  const [share, setShare] = useState(0)

  const reading = useMutation({
    mutationFn: async (file: File) => {
      setChosen(null)
      setChecked(null)
      setWritten(null)
      checking.reset()
      writing.reset()
      return { file, table: await readTable(kind, file) }
    },
    onSuccess: setChosen,
  })
  const checking = useMutation({
    mutationFn: async (columns: (string | null)[]) => {
      setChecked(null)
      writing.reset()
      const rows = await readRows(columns)
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
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,text/csv"
        onFile={file => reading.mutate(file)}
      />
      {!chosen && !written && <ExpectedColumns kind={kind} />}
      {failed && <Failure error={failed} />}
      {reading.isPending && <Progress label={t('import.reading')} />}
      {chosen && (
        <ImportColumns
          kind={kind}
          {...chosen}
          isBusy={checking.isPending}
          onCheck={columns => checking.mutate(columns)}
        />
      )}
      {checking.isPending && <Progress label={t('import.sending')} share={share < 1 ? share : undefined} />}
      {chosen && checked && (
        <ImportCheckReport
          kind={kind}
          {...checked}
          isBusy={writing.isPending}
          onWrite={() => writing.mutate(checked)}
        />
      )}
      {writing.isPending && <Progress label={t('import.writing')} />}
      {written && <ImportResult kind={kind} done={written.done} rows={written.rows} />}
    </>
  )
}

function Failure({ error }: { error: Error }) {
  const { t } = useTranslation('staff')
  return (
    <Banner look="alert" icon="alert">
      <p>
        <b>{t('import.nothing_changed')}</b>{' '}
        {error instanceof UnreadableFile ? (
          t(`import.file.${error.key}`)
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
