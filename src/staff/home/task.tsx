import { Children, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

type Props = {
  title: string
  /** How many, or which period. */
  count: string
  /** Shown once under the title. */
  note?: string
  children: ReactNode
}

/** So many rows are shown; a province has hundreds, and the rest unfolds. */
const SHOWN = 5

/** One kind of work; its rows, the most pressing first. */
export function Tasks({ title, count, note, children }: Props) {
  const { t } = useTranslation('staff')
  const rows = Children.toArray(children)
  // One row alone is shown sooner than folded.
  const shown = rows.length > SHOWN + 1 ? SHOWN : rows.length
  return (
    <section className={styles.kind}>
      <h2>
        {title} <small className={styles.count}>{count}</small>
      </h2>
      {note && <p className={styles.note}>{note}</p>}
      <ul>{rows.slice(0, shown)}</ul>
      {rows.length > shown && (
        <details className={styles.rest}>
          <summary>{t('home.more', { n: rows.length - shown })}</summary>
          <ul>{rows.slice(shown)}</ul>
        </details>
      )}
    </section>
  )
}

type TaskProps = {
  /** When it is due, or how bad it is; shown first and large. */
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
