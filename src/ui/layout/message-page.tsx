import type { ReactNode } from 'react'
import styles from './message-page.module.css'
import { OfficeHeader } from './office-header'

/** A whole page that explains one thing and offers the next step. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  return (
    <>
      <title>{`${title} · Hài Lòng`}</title>
      <OfficeHeader />
      <main className={styles.message} id="main" tabIndex={-1}>
        <h1>{title}</h1>
        <div className={styles.body}>{children}</div>
        <div className={styles.actions}>{actions}</div>
      </main>
    </>
  )
}
