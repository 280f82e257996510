// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as a grid loses its roles in some browsers.
// biome-ignore-all lint/a11y/useSemanticElements: the same; a group's heading is a rowheader of several rows.
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Figure, roundPercent, type Verdict } from '../lib/figure'
import { plotScale } from '../lib/scale'
import { useFormats } from './formats'
import { Axis, gridClass, Interval, scaleStyle } from './interval'
import styles from './interval-plot.module.css'
import { Mark } from './verdict'

export type PlotRow = {
  key: string
  name: string
  /** Names from the register are Vietnamese in every language; our own words are not. */
  isRegistered?: boolean
  note?: string | undefined
  to?: string | undefined
  /** A row without a figure says why. */
  figure: Figure | { missing: string }
}

export type PlotGroup = { key: string; verdict?: Verdict; heading?: string; note?: string; rows: PlotRow[] }

type Props = {
  caption: string
  /** What the rows are. */
  rowsAre: string
  target: number
  groups: PlotGroup[]
  /** The whole, above its parts, with the words that make it the headline. */
  total?: { figure: Figure; words: ReactNode }
}

/**
 * A table and its picture in one. In a wide place the drawing is a column; in a narrow one it lies under each row.
 */
export function IntervalPlot({ caption, rowsAre, target, groups, total }: Props) {
  const { t } = useTranslation()
  const figures = groups.flatMap(({ rows }) => rows.flatMap(({ figure }) => ('missing' in figure ? [] : [figure])))
  const scale = plotScale(total ? [total.figure, ...figures] : figures, target)
  const plot = (kind: 'totalPlot' | 'groupPlot' | 'rowPlot' | 'noPlot', figure?: Figure) => (
    <td role="cell" aria-hidden="true" className={`${styles[kind]} ${gridClass}`}>
      {figure && <Interval figure={figure} scale={scale} large={kind === 'totalPlot'} />}
      {kind === 'totalPlot' && (
        <span className={styles.under}>
          <Axis scale={scale} target={target} />
        </span>
      )}
    </td>
  )

  return (
    <div className={styles.place}>
      <table role="table" className={styles.chart} style={scaleStyle(scale, target)}>
        <caption className="vh">{caption}</caption>
        <colgroup className={styles.columns}>
          <col className={styles.nameColumn} />
          <col />
          <col className={styles.rateColumn} />
          <col className={styles.rangeColumn} />
          <col className={styles.nColumn} />
        </colgroup>
        <thead role="rowgroup" className={styles.part}>
          <tr role="row" className={styles.heads}>
            <th role="columnheader" scope="col" className={styles.said}>
              {rowsAre}
            </th>
            <td
              role="cell"
              aria-hidden="true"
              className={total || figures.length === 0 ? styles.axisUnderTotal : styles.axis}
            >
              <Axis scale={scale} target={target} />
            </td>
            <th role="columnheader" scope="col" className={`${styles.said} ${styles.rate}`}>
              {t('figure.rate')}
            </th>
            <th role="columnheader" scope="col" className={`${styles.said} ${styles.range}`}>
              {t('figure.interval')}
            </th>
            <th role="columnheader" scope="col" className={`${styles.said} ${styles.n}`}>
              {t('figure.n')}
            </th>
          </tr>
        </thead>
        {total && (
          <tbody role="rowgroup" className={styles.part}>
            <tr role="row" className={styles.total}>
              <th role="rowheader" scope="row" className={styles.totalName}>
                {total.words}
              </th>
              {plot('totalPlot', total.figure)}
              <Numbers figure={total.figure} target={target} isSaid />
            </tr>
          </tbody>
        )}
        {groups.map(({ key, verdict, heading, note, rows }) => (
          <tbody role="rowgroup" className={styles.part} key={key}>
            {heading && (
              <tr role="row" className={styles.group}>
                <th role="rowheader" scope="rowgroup" className={styles.groupName}>
                  <span className={`${styles.heading} ${verdict ? styles[verdict] : ''}`}>
                    {verdict && <Mark verdict={verdict} />}
                    {heading}
                  </span>
                  {note && <small className={styles.groupNote}>{note}</small>}
                </th>
                {plot('groupPlot')}
                <td role="cell" colSpan={3} className={styles.groupRest} />
              </tr>
            )}
            {rows.map(row => (
              <tr role="row" key={row.key} className={styles.row}>
                <th role="rowheader" scope="row" className={heading ? styles.memberName : styles.rowName}>
                  <span lang={row.isRegistered ? 'vi' : undefined}>
                    {row.to ? (
                      <Link className={styles.link} to={row.to}>
                        {row.name}
                      </Link>
                    ) : (
                      row.name
                    )}
                  </span>
                  {row.note && <small className={styles.rowNote}>{row.note}</small>}
                </th>
                {'missing' in row.figure ? (
                  <Fragment>
                    {plot('noPlot')}
                    <td role="cell" colSpan={3} className={styles.missing}>
                      {row.figure.missing}
                    </td>
                  </Fragment>
                ) : (
                  <Fragment>
                    {plot('rowPlot', row.figure)}
                    <Numbers figure={row.figure} target={target} />
                  </Fragment>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** Rate, interval and n: always together. `isSaid`: the headline beside it shows the rate already. */
function Numbers({ figure, target, isSaid }: { figure: Figure; target: number; isSaid?: boolean }) {
  const { t } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  return (
    <>
      <td role="cell" className={styles.rate}>
        <span className={isSaid ? 'vh' : undefined}>{format.percent(round(figure.rate))}</span>
      </td>
      <td role="cell" className={styles.range}>
        <span className={styles.label} aria-hidden="true">
          {t('figure.interval_label')}{' '}
        </span>
        {format.interval(round(figure.low), round(figure.high))}
      </td>
      <td role="cell" className={styles.n}>
        <span className={styles.label} aria-hidden="true">
          {t('figure.n_label')}{' '}
        </span>
        {format.count(figure.n)}
      </td>
    </>
  )
}
