import { useTranslation } from 'react-i18next'
import { roundPercent } from '../../lib/figures/figure'
import tableStyles from '../tables/table.module.css'
import { useFormats } from '../use-formats'
import styles from './trend.module.css'
import type { TrendPoint } from './trend-paths'

/** The same numbers as the picture, the latest month first. */
export function MonthTable({ points, target }: { points: TrendPoint[]; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <details className={styles.details}>
      <summary>{t('figure.by_month_table')}</summary>
      <table className={tableStyles.table}>
        <caption className="vh">{t('figure.by_month')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure.month_heading')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('figure.rate')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('figure.interval')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('figure.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ month, figure, target: own }) => {
            const round = (share: number) => roundPercent(share, own ?? target)
            return (
              <tr key={month}>
                <th scope="row">{t('figure.month', { month: format.month(month) })}</th>
                {figure ? (
                  <>
                    <td className={tableStyles.number}>{format.percent(round(figure.rate))}</td>
                    <td className={tableStyles.number}>{format.interval(round(figure.low), round(figure.high))}</td>
                    <td className={tableStyles.number}>{format.count(figure.n)}</td>
                  </>
                ) : (
                  <td colSpan={3} className={tableStyles.number}>
                    {t('figure.nothing_in_month')}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
