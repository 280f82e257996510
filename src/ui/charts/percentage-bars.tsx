import type { CSSProperties } from 'react'
import { useFormats } from '../use-formats'
import styles from './percentage-bars.module.css'

export type PercentageBar = { key: string; name: string; count: number; share: number }

type Props = { caption: string; heads: [kind: string, share: string, count: string]; bars: PercentageBar[] }

/** Answers to one question: how many gave each, and what part of those who answered. Zero-based, in the order given. */
export function PercentageBars({ caption, heads, bars }: Props) {
  const format = useFormats()
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead className="vh">
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, count, share }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={styles.share}>
              <i aria-hidden="true" style={{ '--share': share } as CSSProperties} />
              <b>{format.percent(share)}</b>
            </td>
            <td className={styles.count}>{format.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
