import { useTranslation } from 'react-i18next'
import { roundPercent } from '../../lib/figures/figure'
import type { FactorCounts, NationalPart, OwnFigure, Report } from '../../lib/figures/report'
import { Halves, Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import styles from './layout.module.css'

/** What decision 766 and SIPAS would make of the same period, beside our own figure. */
export function Comparison({ report: { national, own, factors } }: { report: Report }) {
  const { t } = useTranslation('staff')
  return (
    <>
      <Section heading={t('reports.comparison')} lead={t('reports.comparison_lead')}>
        <Halves>
          <National national={national} />
          <Own own={own} national={national} />
        </Halves>
      </Section>
      <Section heading={t('reports.sipas')} lead={t('reports.sipas_lead')}>
        {factors ? <Factors factors={factors} /> : <Empty title={t('reports.no_factors')} />}
      </Section>
    </>
  )
}

function National({ national }: { national: NationalPart | null }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const percent = (share: number) => format.percent(roundPercent(share))
  const between = (from: string, to: string) => (from === to ? from : t('reports.between', { low: from, high: to }))
  if (!national) return <Empty title={t('reports.no_national')}>{t('reports.no_national_next')}</Empty>
  const { handled, late, dissatisfied, low, high, low_points, high_points, months, expected_months } = national
  return (
    <div className={styles.facts}>
      <h3>{t('reports.national')}</h3>
      {low === null || high === null || low_points === null || high_points === null || late === null ? (
        <p>{t('reports.national_open')}</p>
      ) : (
        <>
          <p className={styles.figure}>{between(percent(low), percent(high))}</p>
          <p>
            {t('reports.national_counts', {
              handled: format.count(handled),
              late: format.count(late),
              dissatisfied: format.count(dissatisfied),
              points: between(format.hundredth(low_points), format.hundredth(high_points)),
            })}
          </p>
        </>
      )}
      {months < expected_months && <p>{t('reports.months', { n: months, expected: expected_months })}</p>}
    </div>
  )
}

function Own({ own, national }: { own: OwnFigure | null; national: NationalPart | null }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const percent = (share: number) => format.percent(roundPercent(share))
  if (!own) return <Empty title={t('reports.no_own')} />
  const silent = national ? Math.max(0, national.handled - own.n) : null
  return (
    <div className={styles.facts}>
      <h3>{t('reports.own')}</h3>
      <p className={styles.figure}>{percent(own.rate)}</p>
      <p>
        {t('reports.own_counts', {
          satisfied: format.count(own.satisfied),
          n: format.count(own.n),
          low: percent(own.low),
          high: percent(own.high),
        })}
      </p>
      {silent !== null && <p>{t('reports.difference', { silent: format.count(silent) })}</p>}
    </div>
  )
}

function Factors({ factors }: { factors: FactorCounts[] }) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation()
  const format = useFormats()
  const count = (n: number | null) => (n === null ? t('reports.none') : format.count(n))
  const columns: Column<FactorCounts>[] = [
    {
      key: 'factor',
      name: t('reports.factor'),
      cell: ({ factor }) => common(`rate.factors.${factor}` as 'rate.factors.access'),
    },
    {
      key: 'praised',
      name: common('rate.factors.praised'),
      isNumber: true,
      cell: ({ praised }) => count(praised),
      sortBy: row => row.praised,
    },
    {
      key: 'improve',
      name: common('rate.factors.improve'),
      isNumber: true,
      cell: ({ improve }) => count(improve),
      sortBy: row => row.improve,
    },
  ]
  return (
    <ExportedTable
      name="factors"
      caption={t('reports.sipas')}
      columns={columns}
      rows={factors}
      rowKey={({ factor }) => factor}
      empty={null}
    />
  )
}
