// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../use-formats'
import styles from './diverging-bars.module.css'

export type DivergingBar = { key: string; name: string; praised: number; improve: number }

/** Wishes to the left, praise to the right, on one scale; the order is the caller's. */
export function DivergingBars({ caption, kind, bars }: { caption: string; kind: string; bars: DivergingBar[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const most = Math.max(1, ...bars.flatMap(({ praised, improve }) => [praised, improve]))
  const bar = (count: number) => (
    <span className={styles.bar}>
      <i aria-hidden="true" style={{ '--share': (100 * count) / most } as CSSProperties} />
      <span>{format.count(count)}</span>
    </span>
  )
  return (
    <div className={styles.place}>
      <table role="table" className={styles.table}>
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className={styles.wish}>
              {t('reported.improve')}
            </th>
            <th role="columnheader" scope="col" className={styles.middle}>
              <span className="vh">{kind}</span>
            </th>
            <th role="columnheader" scope="col" className={styles.praise}>
              {t('reported.praised')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {bars.map(({ key, name, praised, improve }) => (
            <tr role="row" key={key}>
              <td role="cell" className={styles.wish}>
                {bar(improve)}
              </td>
              <th role="rowheader" scope="row" className={styles.middle}>
                {name}
              </th>
              <td role="cell" className={styles.praise}>
                {bar(praised)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
