import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Office, offices } from '../../data/offices'
import { type ReportState, reportStates } from '../../data/reports'
import { paths } from '../../paths'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { useClassName, usePeriodName, useScoreText } from './words'

const signOf = ({ version, changed }: ReportState) => (version === null ? 'no' : changed ? 'changed' : 'yes')

/** Which offices below have put their name to the report, those that have not first. */
export function ReportStates({ office, period }: { office: Office; period: string }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const periodName = usePeriodName()
  const scoreText = useScoreText()
  const className = useClassName()
  const { data: rows } = useSuspenseQuery(reportStates(office.code, period))
  const { data: all } = useSuspenseQuery(offices)
  const nameOf = (code: string) => all.find(one => one.code === code)?.name ?? code
  const signed = rows.filter(row => signOf(row) === 'yes').length
  const columns: Column<ReportState>[] = [
    {
      key: 'office',
      name: t('parts.office'),
      cell: ({ office_code }) => (
        <Link lang="vi" to={paths.staff.reports({ office: office_code, period })}>
          {nameOf(office_code)}
        </Link>
      ),
      sortBy: ({ office_code }) => nameOf(office_code),
    },
    { key: 'sign', name: t('reports.state'), cell: row => t(`reports.sign_state.${signOf(row)}`), sortBy: signOf },
    {
      key: 'who',
      name: t('reports.signed_by'),
      cell: ({ signed_by, signed_at }) =>
        signed_by && signed_at ? `${signed_by}, ${format.instantOf(Date.parse(signed_at))}` : '–',
    },
    {
      key: 'score',
      name: t('reports.total'),
      cell: row => scoreText(row),
      sortBy: ({ tenths }) => tenths,
    },
    { key: 'class', name: t('reports.class_name'), cell: row => className(row.class), sortBy: row => row.class },
  ]
  return (
    <Section
      heading={t('reports.states', {
        signed: format.count(signed),
        n: format.count(rows.length),
        period: periodName(period),
      })}
      rows={rows.length}
    >
      <ExportedTable
        name="states"
        caption={t('reports.states_caption')}
        columns={columns}
        rows={rows.toSorted((a, b) => signOf(a).localeCompare(signOf(b)))}
        rowKey={({ office_code }) => office_code}
        empty={null}
      />
    </Section>
  )
}
