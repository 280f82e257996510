import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { procedureNames } from '../../data/procedures'
import { type VisitBatch, visitBatches } from '../../data/visits'
import { localDay } from '../../lib/dates/day'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { Skeleton } from '../../ui/messages/skeleton'
import { type Column, DataTable } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'
import { LoadProblem } from '../shared/load-problem'
import { useChannelName } from '../shared/use-channel-name'

/** How many of the codes were used is shown in tens and as of the last release, so that nobody learns who rated. */
export function VisitBatches({ office }: { office: string }) {
  const { t } = useTranslation('staff')
  const { data, error } = useQuery(visitBatches(office))
  const columns = useColumns()
  const table = () => [
    columns.map(({ name }) => name),
    ...(data ?? []).map(batch => columns.map(({ key, cell }) => (key === 'count' ? batch.count : cell(batch)))),
  ]
  return (
    <Section heading={t('visits.batches')} lead={t('visits.used_why')}>
      {error && <LoadProblem error={error} />}
      {!data && !error && <Skeleton />}
      {data && (
        <>
          <DataTable
            caption={t('visits.batches')}
            columns={columns}
            rows={data}
            rowKey={({ id }) => id}
            pageSize={20}
            empty={<Empty title={t('visits.none')}>{t('visits.none_why')}</Empty>}
          />
          {data.length > 0 && <ExportButtons name={t('visits.batches')} rows={table} />}
        </>
      )}
    </Section>
  )
}

/** Its cells are plain text, which is exported as well. */
type TextColumn = Omit<Column<VisitBatch>, 'cell'> & { cell: (batch: VisitBatch) => string }

function useColumns(): TextColumn[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const channelName = useChannelName()
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const procedureOf = ({ procedure_code }: VisitBatch) =>
    procedures.find(({ code }) => code === procedure_code)?.name ?? t('visits.any_procedure')
  const until = ({ expires_on }: VisitBatch) =>
    t(expires_on < localDay() ? 'visits.expired_on' : 'visits.until', { day: format.day(expires_on) })
  const used = ({ used }: VisitBatch) =>
    used === null ? t('visits.not_published') : t('visits.at_least', { n: format.count(used) })
  return [
    { key: 'on', name: t('visits.made_on'), cell: one => format.day(one.made_on), sortBy: ({ id }) => id },
    { key: 'procedure', name: t('visits.procedure'), cell: procedureOf, sortBy: procedureOf },
    {
      key: 'channel',
      name: t('parts.channel'),
      cell: ({ channel }) => channelName(channel),
      sortBy: one => one.channel,
    },
    {
      key: 'count',
      name: t('visits.count'),
      cell: ({ count }) => format.count(count),
      sortBy: one => one.count,
      isNumber: true,
    },
    { key: 'used', name: t('visits.used'), cell: used, sortBy: one => one.used, isNumber: true },
    { key: 'until', name: t('visits.expires'), cell: until, sortBy: one => one.expires_on },
    { key: 'by', name: t('visits.made_by'), cell: one => one.made_by, sortBy: one => one.made_by },
  ]
}
