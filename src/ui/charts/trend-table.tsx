// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
import { useTranslation } from 'react-i18next'
import { roundPercent } from '../../lib/figures/figure'
import narrow from '../tables/narrow-table.module.css'
import { useFormats } from '../use-formats'
import styles from './trend.module.css'
import type { TrendPoint } from './trend-paths'

/** The same numbers as the picture, the latest month first. */
export function MonthTable({ points, target }: { points: TrendPoint[]; target: number }) {
  const { t } = useTranslation()
  return (
    <details className={styles.details}>
      <summary>{t('figure.by_month_table')}</summary>
      <div className={narrow.place}>
        <table role="table" className={narrow.table}>
          <caption className="vh">{t('figure.by_month')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('figure.month_heading')}
              </th>
              {(['rate', 'interval', 'n'] as const).map(head => (
                <th key={head} role="columnheader" scope="col" className={narrow.number}>
                  {t(`figure.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {points.toReversed().map(point => (
              <Month key={point.month} point={point} target={point.target ?? target} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Month({ point: { month, figure }, target }: { point: TrendPoint; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {t('figure.month', { month: format.month(month) })}
      </th>
      {figure ? (
        <>
          <td role="cell" className={`${narrow.main} ${narrow.number}`}>
            {format.percent(round(figure.rate))}
          </td>
          <td role="cell" className={narrow.number}>
            <span className={narrow.label} aria-hidden="true">
              {t('figure.interval_label')}{' '}
            </span>
            {format.interval(round(figure.low), round(figure.high))}
          </td>
          <td role="cell" className={`${narrow.last} ${narrow.number}`}>
            <span className={narrow.label} aria-hidden="true">
              {t('figure.n_label')}{' '}
            </span>
            {format.count(figure.n)}
          </td>
        </>
      ) : (
        <td role="cell" colSpan={3} className={narrow.all}>
          {t('figure.nothing_in_month')}
        </td>
      )}
    </tr>
  )
}
