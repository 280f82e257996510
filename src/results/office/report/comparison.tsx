import { useTranslation } from 'react-i18next'
import { roundPercent } from '../../../lib/figures/figure'
import type { FactorCounts, NationalPart, OwnFigure, PublicReport } from '../../../lib/figures/report'
import { Halves, Section } from '../../../ui/layout/section'
import tableStyles from '../../../ui/tables/table.module.css'
import { useFormats } from '../../../ui/use-formats'
import styles from './page.module.css'

/** Satisfaction by decision 766 beside our own figure, and the five factors of SIPAS. */
export function Comparison({ report: { own, national, factors } }: { report: PublicReport }) {
  const { t } = useTranslation('plan')
  return (
    <>
      <Section heading={t('report.comparison')} lead={t('report.difference')}>
        <Halves>
          <National national={national} />
          <Own own={own} />
        </Halves>
      </Section>
      <Section heading={t('report.sipas')}>
        {factors ? <Factors factors={factors} /> : <p>{t('report.no_factors')}</p>}
      </Section>
    </>
  )
}

function National({ national }: { national: NationalPart | null }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { low = null, high = null, late = null } = national ?? {}
  if (!national || low === null || high === null || late === null) {
    return (
      <div className={styles.part}>
        <h3>{t('report.national')}</h3>
        <p>{t('report.no_national')}</p>
      </div>
    )
  }
  const [from, to] = [low, high].map(share => format.percent(roundPercent(share)))
  return (
    <div className={styles.part}>
      <h3>{t('report.national')}</h3>
      <p className={styles.figure}>{from === to ? from : t('report.between', { low: from, high: to })}</p>
      <p>
        {t('report.national_counts', {
          handled: format.count(national.handled),
          late: format.count(late),
          dissatisfied: format.count(national.dissatisfied),
        })}
      </p>
    </div>
  )
}

function Own({ own }: { own: OwnFigure | null }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  if (!own) {
    return (
      <div className={styles.part}>
        <h3>{t('report.own')}</h3>
        <p>{t('report.no_own')}</p>
      </div>
    )
  }
  return (
    <div className={styles.part}>
      <h3>{t('report.own')}</h3>
      <p className={styles.figure}>{format.percent(roundPercent(own.rate))}</p>
      <p>
        {t('report.own_counts', {
          satisfied: format.count(own.satisfied),
          n: format.count(own.n),
          interval: format.interval(roundPercent(own.low), roundPercent(own.high)),
        })}
      </p>
    </div>
  )
}

function Factors({ factors }: { factors: FactorCounts[] }) {
  const { t } = useTranslation('plan')
  const { t: common } = useTranslation()
  const format = useFormats()
  const count = (n: number | null) => (n === null ? t('report.unknown') : format.count(n))
  return (
    <table className={tableStyles.table}>
      <caption className="vh">{t('report.sipas')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.factor')}</th>
          <th scope="col" className={tableStyles.number}>
            {t('report.praised')}
          </th>
          <th scope="col" className={tableStyles.number}>
            {t('report.improve')}
          </th>
        </tr>
      </thead>
      <tbody>
        {factors.map(({ factor, praised, improve }) => (
          <tr key={factor}>
            <th scope="row">{common(`rate.factors.${factor}` as 'rate.factors.access')}</th>
            <td className={tableStyles.number}>{count(praised)}</td>
            <td className={tableStyles.number}>{count(improve)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
