import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LogEntry, type LogQuestion, wholeLog } from '../../data/audit'
import { toProblem } from '../../data/problem'
import { localDay } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { saveCsv, saveXlsx } from '../shared/save-table'
import { useLogNames } from './names'

const columns = ['at', 'who', 'action', 'subject', 'name', 'key', 'office_code', 'before', 'after'] as const

const cellsOf = (entry: LogEntry, name: string) =>
  columns.map(column => {
    const value = column === 'name' ? name : entry[column]
    return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  })

/** All pages of the log with the same filters, as a file. */
export function AuditExport({ question }: { question: LogQuestion }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const { nameOf } = useLogNames()
  const exporting = useMutation({
    mutationFn: async (kind: 'csv' | 'xlsx') => {
      const rows = await wholeLog(question)
      const name = `nhat-ky-${localDay()}`
      await (kind === 'csv' ? saveCsv : saveXlsx)(name, [
        [...columns],
        ...rows.map(row => cellsOf(row, nameOf(row) ?? '')),
      ])
      return rows.length
    },
    onSuccess: n => announce(t('audit.exported', { n })),
    onError: error => announce(sentence(toProblem(error))),
  })
  return (['xlsx', 'csv'] as const).map(kind => (
    <Button key={kind} look="quiet" isBusy={exporting.isPending} onClick={() => exporting.mutate(kind)}>
      <Icon name="download" /> {t(`export.${kind}`)}
    </Button>
  ))
}
