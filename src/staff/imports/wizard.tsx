import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishImport, type ImportCheck, type ImportDone, imports, sendImport } from '../../data/imports'
import { problemOf } from '../../data/problem'
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

type Chosen = { file: File; table: ReadTable }
type Checked = { id: number; check: ImportCheck; rows: ImportRows }
type Written = { id: number; done: ImportDone; rows: ImportRows }

/** The way of one file: read, its columns said, checked, written. Choosing another begins anew. */
export function ImportWizard({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('staff')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [written, setWritten] = useState<Written | null>(null)
  const [share, setShare] = useState(0)
  const { data: history } = useQuery(imports)
  // What has been taken back in the list below was not written any more.
  const isUndone = history?.some(one => one.id === written?.id && one.undone_at !== null)
  const standing = isUndone ? null : written

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
  const failed = reading.error ?? checking.error ?? writing.error
  return (
    <>
      <FileField
        label={t('import.choose')}
        hint={t('import.choose_hint')}
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,text/csv"
        onFile={file => reading.mutate(file)}
      />
      {!chosen && !standing && <WhatToBring kind={kind} />}
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
          headings={chosen.table.headings}
          {...checked}
          isBusy={writing.isPending}
          onWrite={() => writing.mutate(checked)}
        />
      )}
      {writing.isPending && <Progress label={t('import.writing')} />}
      {standing && <ImportResult kind={kind} done={standing.done} rows={standing.rows} />}
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
          <ProblemMessage problem={problemOf(error)} />
        )}
      </p>
    </Banner>
  )
}

/** Which columns a file wants, for whoever begins with an empty sheet. */
function WhatToBring({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const named = (isNeeded: boolean) =>
    importColumns[kind]
      .filter(column => column.isNeeded === isNeeded)
      .map(({ name }) => t(`import.column.${name}` as 'import.column.code'))
      .join(', ')
  return <p>{t('import.wants', { needed: named(true), optional: named(false), most: format.count(100_000) })}</p>
}
