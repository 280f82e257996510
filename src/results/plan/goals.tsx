// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
// biome-ignore-all lint/a11y/useSemanticElements: the same.
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanIndicator } from '../../data/plan'
import { figureBefore, figureIn, type PlanFigure, pointsMissing, trendOf } from '../../lib/figures/plan'
import { VerdictIcon } from '../../ui/charts/verdict'
import { useFormats } from '../../ui/use-formats'
import { GoalDetails } from './goal-details'
import styles from './goals.module.css'
import { usePlanPeriods } from './periods'
import { type Code, useGoalName, usePlanValue } from './words'

type Props = { indicators: PlanIndicator[]; figures: PlanFigure[]; quarter: string; caption: string }

/** Every target with what there is, what there should be, and the verdict; under it the periods before. */
export function Goals({ indicators, figures, quarter, caption }: Props) {
  const { t } = useTranslation('plan')
  const heads = ['indicator', 'chart', 'now', 'target', 'verdict'] as const
  return (
    <table role="table" className={styles.goals}>
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map(head => (
            <th key={head} role="columnheader" scope="col" className={styles[head]}>
              {head === 'chart' && (
                <span className={styles.axis} aria-hidden="true">
                  <span>0%</span>
                  <span>50%</span>
                  <span>100%</span>
                </span>
              )}
              <span className={head === 'chart' ? 'vh' : undefined}>{t(`column.${head}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {indicators.map(indicator => (
        <Goal
          key={indicator.code}
          indicator={indicator}
          figure={figureIn(figures, indicator.code, quarter)}
          figures={figures.filter(({ indicator_code }) => indicator_code === indicator.code)}
          quarter={quarter}
        />
      ))}
    </table>
  )
}

type GoalProps = {
  indicator: PlanIndicator
  figure: PlanFigure | undefined
  figures: PlanFigure[]
  quarter: string
}

function Goal({ indicator, figure, figures, quarter }: GoalProps) {
  const { t } = useTranslation('plan')
  const { name, planWords } = useGoalName()
  const { valueText, targetOf } = usePlanValue()
  const { periodOf } = usePlanPeriods()
  const code = indicator.code as Code
  const latest = figures.at(-1)
  const said = planWords(indicator, quarter)
  return (
    <tbody role="rowgroup" className={figure?.verdict === 'met' ? styles.met : undefined}>
      <tr role="row">
        <th role="rowheader" scope="row" className={styles.indicator}>
          {name(code, quarter)}
          <small>{t(`share_of.${code}`)}</small>
          {said && <small lang="vi">{said}</small>}
        </th>
        <td role="cell" className={styles.chart}>
          {indicator.unit === 'percent' && <Bullet figure={figure} target={indicator.target} />}
          {figure ? (
            <Facts figure={figure} code={code} figures={figures} />
          ) : (
            <span className={styles.facts}>
              <span>{t(`why_none.${code}`)}</span>
              {latest && <span>{t('latest', { period: periodOf(latest), value: valueText(latest) })}</span>}
            </span>
          )}
        </td>
        <td role="cell" className={styles.now}>
          {figure ? valueText(figure) : <span aria-hidden="true">–</span>}
        </td>
        <td role="cell" className={styles.target}>
          <span className={styles.label} aria-hidden="true">
            {t('target_label')}{' '}
          </span>
          {targetOf(indicator)}
        </td>
        <td role="cell" className={styles.verdict}>
          <VerdictWord figure={figure} unit={indicator.unit} />
        </td>
      </tr>
      {figures.length > 0 && (
        <tr role="row" className={styles.more}>
          <td role="cell" colSpan={5}>
            <GoalDetails name={name(code, quarter)} code={code} figures={figures} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** The bar is where we are, the tick the target, the piece in another colour what is missing. 0 to 100 in every row. */
function Bullet({ figure, target }: { figure: PlanFigure | undefined; target: number }) {
  return (
    <span
      className={styles.bullet}
      aria-hidden="true"
      style={{ '--v': figure?.value ?? 0, '--t': target } as CSSProperties}
    >
      {figure && <i />}
      {figure?.verdict === 'not_met' && <s />}
      <u />
    </span>
  )
}

/** What the value is the share of, how sure it is, of how many, from where, of which day, and what it was before. */
function Facts({ figure, code, figures }: { figure: PlanFigure; code: Code; figures: PlanFigure[] }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { valueText } = usePlanValue()
  const { periodOf } = usePlanPeriods()
  const { part, whole, low, high, counted, expected, source } = figure
  const before = figureBefore(figures, figure)
  const facts = [
    part !== null && whole !== null && t(`counts.${code}`, { part: format.count(part), whole: format.count(whole) }),
    low !== null && high !== null && t('interval', { interval: format.interval(low, high) }),
    counted !== null &&
      expected !== null &&
      counted < expected &&
      t(`counted.${source === 'procedures' ? 'procedures' : 'offices'}`, {
        counted: format.count(counted),
        expected: format.count(expected),
      }),
    [
      t(`source.${source}`),
      source === 'par_index'
        ? t('of_year', { year: figure.period.slice(0, 4) })
        : t('as_of', { day: format.day(figure.as_of) }),
    ].join(', '),
  ]
  return (
    <span className={styles.facts}>
      {facts.filter(Boolean).map(fact => (
        <span key={String(fact)}>{fact}</span>
      ))}
      {before && (
        <span className={styles.before}>
          {t('trend', { period: periodOf(before), value: valueText(before) })}
          <Trend figures={figures} figure={figure} />
        </span>
      )}
    </span>
  )
}

/** The periods up to this one, as a line without numbers: they stand in the table of the periods. */
function Trend({ figures, figure }: { figures: PlanFigure[]; figure: PlanFigure }) {
  const pieces = trendOf(figures, figure)
  const end = pieces?.at(-1)?.at(-1)
  if (!pieces || !end) return null
  return (
    <svg className={styles.trend} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(piece => (
        <polyline key={piece[0]?.x} points={piece.map(({ x, y }) => `${x} ${100 - y}`).join(' ')} />
      ))}
      <polyline className={styles.end} points={`${end.x} ${100 - end.y} ${end.x} ${100 - end.y}`} />
    </svg>
  )
}

function VerdictWord({ figure, unit }: { figure: PlanFigure | undefined; unit: string }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  if (!figure) return <span className={styles.none}>{t('verdict.none')}</span>
  const isShort = figure.verdict === 'not_met' && unit === 'percent' && pointsMissing(figure) > 0
  return (
    <span className={`${styles.word} ${styles[`is_${figure.verdict}`]}`}>
      <VerdictIcon verdict={figure.verdict} />
      {isShort ? t('verdict.missing', { points: format.tenth(pointsMissing(figure)) }) : t(`verdict.${figure.verdict}`)}
    </span>
  )
}
