import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ReportEntry, type ReportRule, reportAuthors } from '../../data/reports'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'

/** Every entry of a period, the latest first, with who made it and when: nothing is written over. */
export function EntryHistory(props: { office: string; entries: ReportEntry[]; rules: ReportRule[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: authors } = useQuery(reportAuthors(props.office))
  const valueText = ({ tenths, two, one, zero }: ReportEntry) => {
    if (tenths !== null) return t('reports.as_whole', { points: format.tenth(tenths / 10) })
    if (two === null || one === null || zero === null) return t('plan.withdrawn')
    return t('reports.dossiers', { two: format.count(two), one: format.count(one), zero: format.count(zero) })
  }
  const at = ({ id, entered_on }: ReportEntry) => {
    const author = authors?.get(id)
    return author ? format.instantOf(Date.parse(author.at)) : format.day(entered_on)
  }
  const columns: Column<ReportEntry>[] = [
    { key: 'when', name: t('plan.when'), cell: at, sortBy: ({ id }) => id },
    { key: 'who', name: t('plan.who'), cell: ({ id }) => authors?.get(id)?.who ?? '–' },
    {
      key: 'index',
      name: t('reports.index'),
      cell: ({ index }) => <span lang="vi">{props.rules.find(rule => rule.index === index)?.name}</span>,
      sortBy: ({ index }) => index,
    },
    { key: 'value', name: t('reports.points'), cell: valueText },
    {
      key: 'evidence',
      name: t('plan.evidence'),
      cell: ({ evidence, link }) => (
        <>
          <span lang="vi">{evidence}</span>{' '}
          {link && (
            <a href={link} rel="external noreferrer">
              {new URL(link).hostname}
            </a>
          )}
        </>
      ),
    },
  ]
  return (
    <Section heading={t('reports.history')} rows={props.entries.length}>
      <ExportedTable
        name="history"
        caption={t('reports.history')}
        columns={columns}
        rows={props.entries}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={<Empty title={t('reports.no_history')}>{t('reports.no_history_next')}</Empty>}
      />
    </Section>
  )
}
