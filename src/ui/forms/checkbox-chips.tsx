import type { ReactNode } from 'react'
import { Icon } from '../icon'
import styles from './checkbox-chips.module.css'

type Props<Item> = {
  items: readonly Item[]
  chosen: readonly Item[]
  /** 'wish': what should be better looks different from what is praised, beside its heading and its tick. */
  look: 'praise' | 'wish'
  children: (item: Item) => ReactNode
  onToggle: (item: Item, isChosen: boolean) => void
}

/** Checkboxes in an even grid. Stands in a fieldset whose legend names the group. */
export function CheckboxChips<Item extends string>({ items, chosen, look, children, onToggle }: Props<Item>) {
  return (
    <div className={`${styles.chips} ${styles[look]}`}>
      {items.map(item => (
        <label key={item}>
          <input
            type="checkbox"
            checked={chosen.includes(item)}
            onChange={event => onToggle(item, event.target.checked)}
          />
          <span>{children(item)}</span>
          <Icon name="check" />
        </label>
      ))}
    </div>
  )
}
