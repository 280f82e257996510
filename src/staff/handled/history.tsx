import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Handled, handledChanges } from '../../data/handled'
import { procedureNames } from '../../data/procedures'
import { localMinute, utcMidnight } from '../../lib/dates/day'
import { Section } from '../../ui/layout/section'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { useChannelName } from '../shared/use-channel-name'

/** A column of what was reported: in words with how many were on time, where that was said; alone it is a number in a file. */
function useNumbers() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const words = (row: Handled | null) => {
    if (!row) return t('handled.nothing')
    const handled = format.count(row.handled)
    return row.on_time === null ? handled : t('handled.with_on_time', { handled, on_time: format.count(row.on_time) })
  }
  return <Row,>(of: (row: Row) => Handled | null) => ({
    cell: (row: Row) => words(of(row)),
    isNumber: true,
    inFile: (row: Row) => {
      const told = of(row)
      return told?.on_time === null ? told.handled : null
    },
  })
}

/** Every change of the office's numbers, from the log. Nothing for those who may not read it. */
export function HandledHistory({ office, monthName }: { office: string; monthName: (month: string) => string }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const channelName = useChannelName()
  const numbers = useNumbers()
  const { data } = useQuery(handledChanges(office))
  const { data: procedures } = useSuspenseQuery(procedureNames)
  if (!data || data.length === 0) return null
  type Change = (typeof data)[number]
  const of = ({ before, after }: Change) => (after ?? before) as Handled
  const procedure = (row: Handled) =>
    procedures.find(({ code }) => code === row.procedure_code)?.name ?? t('handled.all_procedures')
  const columns: Column<Change>[] = [
    {
      key: 'when',
      name: t('import.when'),
      cell: ({ at }) => format.instantOf(Date.parse(at)),
      sortBy: ({ id }) => id,
      inFile: ({ at }) => localMinute(Date.parse(at)),
    },
    { key: 'who', name: t('import.who'), cell: ({ who }) => who, sortBy: ({ who }) => who },
    {
      key: 'month',
      name: t('handled.month'),
      cell: one => monthName(of(one).month),
      sortBy: one => of(one).month,
      inFile: one => utcMidnight(of(one).month),
    },
    {
      key: 'what',
      name: t('visits.procedure'),
      cell: one => `${procedure(of(one))} · ${channelName(of(one).channel)}`,
      sortBy: one => procedure(of(one)),
    },
    { key: 'before', name: t('handled.before'), ...numbers(({ before }) => before) },
    { key: 'after', name: t('handled.after'), ...numbers(({ after }) => after) },
  ]
  return (
    <Section heading={t('handled.history')}>
      <ExportedTable
        name="history"
        caption={t('handled.history')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        pageSize={10}
        empty={null}
      />
    </Section>
  )
}
