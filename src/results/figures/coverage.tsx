// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { coverageBy } from '../../data/coverage'
import type { Office } from '../../data/offices'
import type { Selection } from '../../data/satisfaction'
import { loadEvidenceWords } from '../../i18n/evidence-words'
import { byName } from '../../lib/text/format'
import { keepNames, noBreak } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import narrow from '../../ui/tables/narrow-table.module.css'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import styles from './coverage.module.css'

type Row = { handled: number; rated: number; on_time: number | null; quality: string | null }
type Props = {
  question: Selection
  /** Offices whose reports are expected; one without a report is shown as such. */
  expected: Office[]
}

/** Loaded with the words that it needs. */
export async function loadCoverage() {
  await loadEvidenceWords()
  return { default: Coverage }
}

/** Ratings over handled dossiers: with a low share the rate represents few people. */
function Coverage({ question, expected }: Props) {
  const { t } = useTranslation('evidence')
  const { data: all } = useSuspenseQuery(coverageBy('all', question))
  const [total] = all
  // Reports hold neither field nor trust: with those filters, ratings of a part would be divided by all dossiers.
  const isApart = !question.field && !question.trust
  if (isApart && total && total.handled > 0) return <Reported question={question} expected={expected} total={total} />
  return (
    <Section heading={t('coverage.title')} lead={t('coverage.lead')}>
      <p>{t(isApart ? 'coverage.none' : 'coverage.not_apart')}</p>
    </Section>
  )
}

/** Ratings beside dossiers where some were reported. */
function Reported({ question, expected, total }: Props & { total: Row }) {
  const { t } = useTranslation('evidence')
  const format = useFormats()
  const { data: byOffice } = useSuspenseQuery(coverageBy('office', question))
  const rows = expected
    .map(office => ({ office, row: byOffice.find(({ key }) => key === office.code) }))
    .toSorted((a, b) => byName(officeName(a.office), officeName(b.office)))
  const values = {
    rated: format.count(total.rated),
    handled: format.count(total.handled),
    unrated: format.count(unrated(total)),
    share: format.percent(shareOf(total)),
  }
  const bars = rows.map(({ office, row }) => ({
    name: officeName(office),
    share: row ? shareOf(row) : 0,
    text: row ? `${format.percent(shareOf(row))} · ${ratio(format.count, row)}` : t('coverage.silent'),
    isCounted: true,
  }))
  return (
    <Section heading={t('coverage.found', values)} lead={t('coverage.lead')} rows={rows.length}>
      <ChartFigure
        title={t('coverage.title')}
        sentence={t('coverage.sentence', values)}
        n={t('coverage.dossiers', { n: values.handled })}
        drawing={{ kind: 'bars', bars }}
      >
        <CoverageTable rows={rows} total={total} />
        {total.quality && <p className={styles.onTime}>{t('coverage.quality', { quality: total.quality })}</p>}
        {total.on_time !== null && (
          <p className={styles.onTime}>
            {t('coverage.on_time', {
              on_time: format.count(total.on_time),
              handled: values.handled,
              share: format.percent((100 * total.on_time) / total.handled),
            })}
          </p>
        )}
      </ChartFigure>
    </Section>
  )
}

const shareOf = ({ rated, handled }: Row) => (handled === 0 ? 0 : (100 * rated) / handled)
const unrated = ({ rated, handled }: Row) => Math.max(0, handled - rated)
const ratio = (count: (n: number) => string, { rated, handled }: Row) => `${count(rated)} / ${count(handled)}`

type TableProps = { rows: { office: Office; row: Row | undefined }[]; total: Row }

function CoverageTable({ rows, total }: TableProps) {
  const { t } = useTranslation('evidence')
  const most = Math.max(...rows.map(({ row }) => (row ? shareOf(row) : 0)), shareOf(total))
  return (
    <div className={narrow.place}>
      <table role="table" className={`${narrow.table} ${styles.table}`}>
        <caption className="vh">{t('coverage.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('office.office', { ns: 'public' })}
            </th>
            <th role="columnheader" scope="col">
              {t('coverage.title')}
            </th>
            <th role="columnheader" scope="col" className={narrow.number}>
              {t('coverage.rated_of')}
            </th>
            <th role="columnheader" scope="col" className={narrow.number}>
              {t('coverage.unrated')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ office, row }) => (
            <tr role="row" key={office.code}>
              <th role="rowheader" scope="row" lang="vi">
                <Link className={styles.link} to={paths.officeResults(office.code)}>
                  {keepNames(officeName(office))}
                </Link>
              </th>
              {row ? (
                <Cells row={row} most={most} />
              ) : (
                <td role="cell" colSpan={3} className={narrow.all}>
                  {t('coverage.silent')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row">
                {t('coverage.total')}
              </th>
              <Cells row={total} most={most} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Cells({ row, most }: { row: Row; most: number }) {
  const { t } = useTranslation('evidence')
  const format = useFormats()
  return (
    <>
      <td role="cell" className={`${narrow.main} ${styles.share}`}>
        <i aria-hidden="true" style={{ '--share': (100 * shareOf(row)) / Math.max(1, most) } as CSSProperties} />
        <b>{format.percent(shareOf(row))}</b>
      </td>
      <td role="cell" className={narrow.number}>
        <span className={narrow.label} aria-hidden="true">
          {t('coverage.rated_of')}{' '}
        </span>
        {noBreak(ratio(format.count, row))}
      </td>
      <td role="cell" className={`${narrow.last} ${narrow.number}`}>
        <span className={narrow.label} aria-hidden="true">
          {t('coverage.unrated')}{' '}
        </span>
        {format.count(unrated(row))}
      </td>
    </>
  )
}
