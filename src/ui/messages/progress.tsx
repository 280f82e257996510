import { useId } from 'react'
import styles from './progress.module.css'

/** The progress of something that takes a while; without a share, only that it is running. */
export function Progress({ label, share }: { label: string; share?: number | undefined }) {
  const id = useId()
  return (
    <div className={styles.progress} role="status">
      <label htmlFor={id}>{label}</label>
      <progress id={id} {...(share !== undefined && { value: share, max: 1 })} />
    </div>
  )
}
