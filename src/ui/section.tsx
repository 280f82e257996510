import type { ReactNode } from 'react'
import { layOutLater } from './lay-out-later'
import styles from './section.module.css'

/** The head states the finding; what follows is the evidence. */
export function Section({ heading, lead, children }: { heading: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} data-later="" ref={layOutLater}>
      <h2>{heading}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  )
}

/** Two sections side by side where there is room. */
export function Halves({ children }: { children: ReactNode }) {
  return <div className={styles.halves}>{children}</div>
}
