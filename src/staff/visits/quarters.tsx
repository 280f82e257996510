import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { visitCodeTotals } from '../../data/visits'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { LoadProblem } from '../shared/load-problem'

/** How many codes were made and used, as the public sees it. */
export function VisitQuarters({ office }: { office: string }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data, error } = useQuery(visitCodeTotals(office))
  const quarterOf = (day: string) => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)}/${day.slice(0, 4)}`
  return (
    <Section heading={t('visits.quarters')} lead={t('visits.used_why')}>
      {error && <LoadProblem error={error} />}
      {!data && !error && <Skeleton />}
      {data && (
        <ExportedTable
          caption={t('visits.quarters')}
          columns={[
            {
              key: 'quarter',
              name: t('visits.quarter'),
              cell: one => quarterOf(one.quarter),
              sortBy: one => one.quarter,
            },
            {
              key: 'made',
              name: t('visits.made_in'),
              cell: one => format.count(one.made),
              isNumber: true,
              inFile: one => one.made,
            },
            {
              key: 'made_by_software',
              name: t('visits.by_software'),
              cell: one => format.count(one.made_by_software),
              isNumber: true,
              inFile: one => one.made_by_software,
            },
            {
              key: 'used',
              name: t('visits.used_in'),
              cell: one => format.count(one.used),
              isNumber: true,
              inFile: one => one.used,
            },
          ]}
          rows={data}
          rowKey={({ quarter }) => quarter}
          empty={<Empty title={t('visits.no_quarter')}>{t('visits.no_quarter_why')}</Empty>}
        />
      )}
    </Section>
  )
}
