import type { ReactNode } from 'react'
import styles from './segmented-control.module.css'

type Props = {
  name: string
  items: readonly string[]
  chosen: string | null
  children: (item: string) => ReactNode
  onChoose: (item: string) => void
}

/** Two or three short answers side by side in one frame. Stands in a fieldset whose legend asks the question. */
export function SegmentedControl({ name, items, chosen, children, onChoose }: Props) {
  return (
    <div className={styles.segments}>
      {items.map(item => (
        <label key={item}>
          <input type="radio" name={name} value={item} checked={item === chosen} onChange={() => onChoose(item)} />
          <span>{children(item)}</span>
        </label>
      ))}
    </div>
  )
}
