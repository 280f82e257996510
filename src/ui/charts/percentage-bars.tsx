// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
import type { CSSProperties } from 'react'
import { useFormats } from '../use-formats'
import styles from './percentage-bars.module.css'

export type PercentageBar = { key: string; name: string; count: number; share: number }

type Props = { caption: string; heads: [kind: string, share: string, count: string]; bars: PercentageBar[] }

/** Answers to one question: how many gave each, and what part of those who answered. Zero-based, in the order given. */
export function PercentageBars({ caption, heads, bars }: Props) {
  const format = useFormats()
  return (
    <div className={styles.place}>
      <table role="table" className={styles.bars}>
        <caption>{caption}</caption>
        <thead role="rowgroup" className="vh">
          <tr role="row">
            {heads.map(head => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {bars.map(({ key, name, count, share }) => (
            <tr role="row" key={key}>
              <th role="rowheader" scope="row">
                {name}
              </th>
              <td role="cell" className={styles.share}>
                <i aria-hidden="true" style={{ '--share': share } as CSSProperties} />
                <b>{format.percent(share)}</b>
              </td>
              <td role="cell" className={styles.count}>
                {format.count(count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
