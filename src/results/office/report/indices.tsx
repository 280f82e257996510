import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { reportIndices } from '../../../data/signed-reports'
import type { PublicReport, ReportIndex } from '../../../lib/figures/report'
import tableStyles from '../../../ui/tables/table.module.css'
import { useFormats } from '../../../ui/use-formats'
import styles from './page.module.css'
import { useReportWords } from './words'

type Props = { report: PublicReport; now: PublicReport | null }

/** The nine indices as they were signed and, where something has changed since, as they are now. */
export function IndexTable({ report, now }: Props) {
  const { t } = useTranslation('plan')
  const { points } = useReportWords()
  const { data: rules } = useSuspenseQuery(reportIndices)
  const nowOf = (index: number) => now?.indices.find(row => row.index === index)?.tenths ?? null
  const number = (of: string) => <td className={tableStyles.number}>{of}</td>
  return (
    <table className={`${tableStyles.table} ${styles.indices}`}>
      <caption className="vh">{t('report.indices')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.index')}</th>
          <th scope="col" className={tableStyles.number}>
            {t('report.points')}
          </th>
          {now && (
            <th scope="col" className={tableStyles.number}>
              {t('report.now')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {report.indices.map(row => (
          <tr key={row.index}>
            <th scope="row">
              <span lang="vi">
                {row.index}. {rules.find(({ index }) => index === row.index)?.name}
              </span>
              <Basis row={row} />
            </th>
            {number(points(row.tenths))}
            {now && (
              <td className={tableStyles.number}>
                {nowOf(row.index) === row.tenths ? points(row.tenths) : <strong>{points(nowOf(row.index))}</strong>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.total')}</th>
          {number(points(report.tenths))}
          {now && number(points(now.tenths))}
        </tr>
      </tfoot>
    </table>
  )
}

/** What an index rests on, and what is missing of it. */
function Basis({ row: { source, tenths, two, one, zero, counted, expected } }: { row: ReportIndex }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  if (source === null || tenths === null) return null
  const counts =
    two !== null && one !== null && zero !== null
      ? t('report.counts', { two: format.count(two), one: format.count(one), zero: format.count(zero) })
      : ''
  const partial =
    counted < expected ? t('report.partial', { counted: format.count(counted), expected: format.count(expected) }) : ''
  return <small>{[t(`report.from.${source}`), counts, partial].filter(Boolean).join(' · ')}</small>
}
