import type { ReactNode } from 'react'
import styles from './page.module.css'

type Props = {
  title: string
  /** One line under the title: the office, the day. */
  lead?: ReactNode
  /** Buttons at the end of the title's line. */
  actions?: ReactNode
  children: ReactNode
}

/** The head of a page and what follows. */
export function StaffPage({ title, lead, actions, children }: Props) {
  return (
    <>
      <title>{`${title} · Hài Lòng`}</title>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </>
  )
}
