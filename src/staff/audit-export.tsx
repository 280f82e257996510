import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LogEntry, type LogQuestion, wholeLog } from '../data/audit'
import { problemOf } from '../data/problem'
import { csvOf, safeCell } from '../lib/safe-cell'
import { Button } from '../ui/button'
import { useProblemSentence } from '../ui/problem-message'
import { say } from '../ui/status-line'

const columns = ['at', 'who', 'action', 'subject', 'key', 'office_code', 'before', 'after'] as const

const cellsOf = (entry: LogEntry) =>
  columns.map(column => {
    const value = entry[column]
    return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  })

async function fileOf(rows: LogEntry[], kind: 'csv' | 'xlsx') {
  const table = [[...columns], ...rows.map(cellsOf)]
  if (kind === 'csv') return new Blob([csvOf(table)], { type: 'text/csv' })
  // Loaded when somebody wants such a file.
  const { default: writeExcelFile } = await import('write-excel-file/browser')
  return writeExcelFile(table.map(row => row.map(text => ({ value: safeCell(text), type: String })))).toBlob()
}

function save(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Some browsers begin to read only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** What is shown, all pages of it, as a file. */
export function AuditExport({ question }: { question: LogQuestion }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const exporting = useMutation({
    mutationFn: async (kind: 'csv' | 'xlsx') => {
      const rows = await wholeLog(question)
      save(await fileOf(rows, kind), `nhat-ky-${new Date().toISOString().slice(0, 10)}.${kind}`)
      return rows.length
    },
    onSuccess: n => say(t('audit.exported', { n })),
    onError: error => say(sentence(problemOf(error))),
  })
  return (['csv', 'xlsx'] as const).map(kind => (
    <Button key={kind} look="quiet" aria-disabled={exporting.isPending} onClick={() => exporting.mutate(kind)}>
      {t(`audit.export_${kind}`)}
    </Button>
  ))
}
