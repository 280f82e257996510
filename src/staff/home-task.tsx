import type { ReactNode } from 'react'
import styles from './home-page.module.css'

type Props = {
  title: string
  /** How many, or which period. */
  count: string
  /** Said once under the head. */
  note?: string
  children: ReactNode
}

/** One kind of work; its rows, the most pressing first. */
export function Tasks({ title, count, note, children }: Props) {
  return (
    <section className={styles.kind}>
      <h2>
        {title} <small className={styles.count}>{count}</small>
      </h2>
      {note && <p className={styles.note}>{note}</p>}
      <ul>{children}</ul>
    </section>
  )
}

type TaskProps = {
  /** When it is due, or how bad it is: stands first and large. */
  due: ReactNode
  what: ReactNode
  why?: ReactNode
  action: ReactNode
  isLate?: boolean
  /** A drawing under the words. */
  children?: ReactNode
}

/** Due, what, one button; a late row has an edge. */
export function Task({ due, what, why, action, isLate, children }: TaskProps) {
  return (
    <li className={isLate ? styles.late : undefined}>
      <div className={styles.due}>{due}</div>
      <p>
        <b>{what}</b>
        {why && <small className={styles.why}>{why}</small>}
      </p>
      <div className={styles.act}>{action}</div>
      {children && <div className={styles.drawing}>{children}</div>}
    </li>
  )
}
