import type { CSSProperties, ReactNode } from 'react'
import { deferLayout } from './defer-layout'
import styles from './section.module.css'

type Props = {
  heading: ReactNode
  lead?: ReactNode
  /** The number of its table's rows, which estimates its height until it is laid out. */
  rows?: number
  children: ReactNode
}

/** The head states the finding; what follows is the evidence. */
export function Section({ heading, lead, rows = 0, children }: Props) {
  return (
    <section className={styles.section} style={{ '--rows': rows } as CSSProperties} data-later="" ref={deferLayout}>
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
