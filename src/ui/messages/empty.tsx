import type { ReactNode } from 'react'
import styles from './empty.module.css'

/** In place of an empty list: what is missing, why, and the next step. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div>{children}</div>}
      {action && <div>{action}</div>}
    </div>
  )
}
