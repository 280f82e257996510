import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LogEntry, type LogQuestion, wholeLog } from '../../data/audit'
import { toProblem } from '../../data/problem'
import { localDay } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { saveCsv, saveXlsx } from '../shared/save-table'

const columns = ['at', 'who', 'action', 'subject', 'key', 'office_code', 'before', 'after'] as const

const cellsOf = (entry: LogEntry) =>
  columns.map(column => {
    const value = entry[column]
    return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  })

/** All pages of the log with the same filters, as a file. */
export function AuditExport({ question }: { question: LogQuestion }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const exporting = useMutation({
    mutationFn: async (kind: 'csv' | 'xlsx') => {
      const rows = await wholeLog(question)
      const name = `nhat-ky-${localDay()}`
      await (kind === 'csv' ? saveCsv : saveXlsx)(name, [[...columns], ...rows.map(cellsOf)])
      return rows.length
    },
    onSuccess: n => announce(t('audit.exported', { n })),
    onError: error => announce(sentence(toProblem(error))),
  })
  return (['csv', 'xlsx'] as const).map(kind => (
    <Button key={kind} look="quiet" isBusy={exporting.isPending} onClick={() => exporting.mutate(kind)}>
      {t(`audit.export_${kind}`)}
    </Button>
  ))
}
