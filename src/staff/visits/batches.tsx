import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { procedureNames } from '../../data/procedures'
import { type VisitBatch, visitBatches } from '../../data/visits'
import { localDay, utcMidnight } from '../../lib/dates/day'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { Skeleton } from '../../ui/messages/skeleton'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { LoadProblem } from '../shared/load-problem'
import { useChannelName } from '../shared/use-channel-name'

/** What was made. How many codes were used is shown by quarter only, so that nobody learns who has rated. */
export function VisitBatches({ office }: { office: string }) {
  const { t } = useTranslation('staff')
  const { data, error } = useQuery(visitBatches(office))
  const columns = useColumns()
  return (
    <Section heading={t('visits.batches')}>
      {error && <LoadProblem error={error} />}
      {!data && !error && <Skeleton />}
      {data && (
        <ExportedTable
          caption={t('visits.batches')}
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          pageSize={20}
          empty={<Empty title={t('visits.none')}>{t('visits.none_why')}</Empty>}
        />
      )}
    </Section>
  )
}

function useColumns(): Column<VisitBatch>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const channelName = useChannelName()
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const procedureOf = ({ procedure_code }: VisitBatch) =>
    procedures.find(({ code }) => code === procedure_code)?.name ?? t('visits.any_procedure')
  const until = ({ expires_on }: VisitBatch) =>
    t(expires_on < localDay() ? 'visits.expired_on' : 'visits.until', { day: format.day(expires_on) })
  return [
    {
      key: 'on',
      name: t('visits.made_on'),
      cell: one => format.day(one.made_on),
      sortBy: ({ id }) => id,
      inFile: one => utcMidnight(one.made_on),
    },
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
      inFile: one => one.count,
      isNumber: true,
    },
    { key: 'until', name: t('visits.expires'), cell: until, sortBy: one => one.expires_on },
    { key: 'by', name: t('visits.made_by'), cell: one => one.made_by, sortBy: one => one.made_by },
  ]
}
