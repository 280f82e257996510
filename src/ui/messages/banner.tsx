import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon'
import styles from './banner.module.css'

type Props = { look: 'done' | 'wait' | 'alert'; icon: IconName; children: ReactNode; action?: ReactNode }

/** A bold fact and one sentence. done: it worked; wait: nothing to do; alert: the person has to act. */
export function Banner({ look, icon, children, action }: Props) {
  return (
    <div className={`${styles.banner} ${styles[look]}`} role={look === 'alert' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div className={styles.says}>
        {children}
        {action}
      </div>
    </div>
  )
}
