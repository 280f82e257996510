import type { ReactNode } from 'react'
import styles from './step-footer.module.css'

type Props = {
  at: number
  of: number
  /** The same in words. */
  progress: string
  /** The last event; a screen reader reads it as it appears. */
  status: string
  children: ReactNode
}

/** The foot of a page of questions: how far it is, and where to go. Within the thumb's reach. */
export function StepFooter({ at, of, progress, status, children }: Props) {
  return (
    <div className={styles.dock}>
      <div className={styles.way}>
        <p>
          <span id="progress">{progress}</span> <b role="status">{status}</b>
        </p>
        <div className={styles.steps} aria-hidden="true">
          {Array.from({ length: of }, (_, step) => (
            <i key={step} className={step < at ? styles.on : undefined} />
          ))}
        </div>
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}
