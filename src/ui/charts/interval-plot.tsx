// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as a grid loses its roles in some browsers.
// biome-ignore-all lint/a11y/useSemanticElements: the same; a group's heading is a rowheader of several rows.
import type { TFunction } from 'i18next'
import { type ReactNode, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { type Figure, roundPercent, type Verdict } from '../../lib/figures/figure'
import { plotScale, type Scale } from '../../lib/figures/plot-scale'
import type { Formats } from '../../lib/text/format'
import { keepNames } from '../../lib/text/no-break'
import { deferLayout } from '../layout/defer-layout'
import { Link } from '../link'
import { useFormats } from '../use-formats'
import { Axis, gridClass, Interval, scaleStyle } from './interval'
import styles from './interval-plot.module.css'
import { VerdictIcon } from './verdict'

export type PlotRow = {
  key: string
  name: string
  /** Names from the register are Vietnamese in every language; our own words are not. */
  isRegistered?: boolean
  note?: string | undefined
  to?: string | undefined
  /** A row without a figure gives the reason. */
  figure: Figure | { missing: string }
}

export type PlotGroup = { key: string; verdict?: Verdict; heading?: string; note?: string; rows: PlotRow[] }

type Props = {
  caption: string
  /** The heading of the rows' names. */
  rowsAre: string
  target: number
  groups: PlotGroup[]
  /** The whole, above its parts, with the words that make it the headline. */
  total?: { figure: Figure; words: ReactNode }
}

/** Scale, texts and formats of all rows. Read once: otherwise each row would subscribe to the language twice. */
type Frame = { scale: Scale; target: number; t: TFunction; format: Formats }

/** The most rows that the first screen shows: in a narrow place each is higher, and below the headline. */
const rowsInSight = () => (innerWidth < 700 ? Math.ceil((innerHeight - 300) / 84) : Math.ceil(innerHeight / 40))

function inSight(groups: PlotGroup[]) {
  let left = rowsInSight()
  return groups.flatMap(group => {
    const rows = group.rows.slice(0, left)
    left -= rows.length
    return rows.length > 0 ? [{ ...group, rows }] : []
  })
}

let hasBeenWhole = false

/** The ref of a plot: the next one on this document is drawn in one go. */
const rememberPlot = () => {
  hasBeenWhole = true
}

/** A table and its picture in one. In a wide place the drawing is a column; in a narrow one it lies under each row. */
export function IntervalPlot({ caption, rowsAre, target, groups, total }: Props) {
  const figures = groups.flatMap(({ rows }) => rows.flatMap(({ figure }) => ('missing' in figure ? [] : [figure])))
  const scale = plotScale(total ? [total.figure, ...figures] : figures, target)
  // False while a document draws its first plot: a phone then answers sooner, and the rest follows at once.
  const isWhole = useDeferredValue(true, hasBeenWhole)
  const { t } = useTranslation()
  const frame = { scale, target, t, format: useFormats() }
  return (
    <div className={styles.place} ref={rememberPlot}>
      <table role="table" className={styles.chart} style={scaleStyle(scale, target)}>
        <caption className="vh">{caption}</caption>
        <colgroup className={styles.columns}>
          <col className={styles.nameColumn} />
          <col />
          <col className={styles.rateColumn} />
          <col className={styles.rangeColumn} />
          <col className={styles.nColumn} />
        </colgroup>
        <Heads frame={frame} rowsAre={rowsAre} isAxisBelow={total !== undefined || figures.length === 0} />
        {total && (
          <tbody role="rowgroup" className={styles.part}>
            <tr role="row" className={styles.total}>
              <th role="rowheader" scope="row" className={styles.totalName}>
                {total.words}
              </th>
              <Plot kind="totalPlot" frame={frame} figure={total.figure} />
              <Numbers figure={total.figure} frame={frame} isSaid />
            </tr>
          </tbody>
        )}
        {(isWhole ? groups : inSight(groups)).map(group => (
          <Group key={group.key} group={group} frame={frame} />
        ))}
      </table>
    </div>
  )
}

function Heads({ frame, rowsAre, isAxisBelow }: { frame: Frame; rowsAre: string; isAxisBelow: boolean }) {
  const { t, scale, target } = frame
  return (
    <thead role="rowgroup" className={styles.part}>
      <tr role="row" className={styles.heads}>
        <th role="columnheader" scope="col" className={styles.said}>
          {rowsAre}
        </th>
        <td role="cell" aria-hidden="true" className={isAxisBelow ? styles.axisUnderTotal : styles.axis}>
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
  )
}

function Group({ group: { verdict, heading, note, rows }, frame }: { group: PlotGroup; frame: Frame }) {
  return (
    <tbody role="rowgroup" className={styles.part}>
      {heading && (
        <tr role="row" className={styles.group}>
          <th role="rowheader" scope="rowgroup" className={styles.groupName}>
            <span className={`${styles.heading} ${verdict ? styles[verdict] : ''}`}>
              {verdict && <VerdictIcon verdict={verdict} />}
              {heading}
            </span>
            {note && <small className={styles.groupNote}>{note}</small>}
          </th>
          <Plot kind="groupPlot" frame={frame} />
          <td role="cell" colSpan={3} className={styles.groupRest} />
        </tr>
      )}
      {rows.map(row => (
        <Row key={row.key} row={row} frame={frame} isMember={heading !== undefined} />
      ))}
    </tbody>
  )
}

function Row({ row, frame, isMember }: { row: PlotRow; frame: Frame; isMember: boolean }) {
  const figure = 'missing' in row.figure ? null : row.figure
  const name = row.isRegistered ? keepNames(row.name) : row.name
  return (
    <tr role="row" className={styles.row} data-later="" ref={deferLayout}>
      <th role="rowheader" scope="row" className={isMember ? styles.memberName : styles.rowName}>
        <span lang={row.isRegistered ? 'vi' : undefined}>
          {row.to ? (
            <Link className={styles.link} to={row.to}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        {row.note && <small className={styles.rowNote}>{row.note}</small>}
      </th>
      <Plot kind={figure ? 'rowPlot' : 'noPlot'} frame={frame} figure={figure} />
      {'missing' in row.figure ? (
        <td role="cell" colSpan={3} className={styles.missing}>
          {row.figure.missing}
        </td>
      ) : (
        <Numbers figure={row.figure} frame={frame} />
      )}
    </tr>
  )
}

type Kind = 'totalPlot' | 'groupPlot' | 'rowPlot' | 'noPlot'

/** The drawing of a row. Hidden from screen readers: the cells beside it hold the numbers. */
function Plot({ kind, frame, figure }: { kind: Kind; frame: Frame; figure?: Figure | null }) {
  return (
    <td role="cell" aria-hidden="true" className={`${styles[kind]} ${gridClass}`}>
      {figure && <Interval figure={figure} scale={frame.scale} large={kind === 'totalPlot'} />}
      {kind === 'totalPlot' && (
        <span className={styles.under}>
          <Axis scale={frame.scale} target={frame.target} />
        </span>
      )}
    </td>
  )
}

/** Rate, interval and n: always together. `isSaid`: the headline beside it shows the rate already. */
function Numbers({ figure, frame, isSaid }: { figure: Figure; frame: Frame; isSaid?: boolean }) {
  const { t, format, target } = frame
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
