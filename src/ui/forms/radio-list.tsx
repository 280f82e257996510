import type { ReactNode } from 'react'
import styles from './radio-list.module.css'
import { useInputModality } from './use-input-modality'

type Props<Item> = {
  name: string
  items: Item[]
  keyOf: (item: Item) => string
  chosen: string | null
  children: (item: Item) => ReactNode
  /** `isByKey`: the person moves with the arrows and may be on the way to another row. */
  onChoose: (item: Item, isByKey: boolean) => void
}

/** Radio buttons as rows in one frame. Stands in a fieldset whose legend asks the question. */
export function RadioList<Item>({ name, items, keyOf, chosen, children, onChoose }: Props<Item>) {
  const { isByKey, listeners } = useInputModality()
  return (
    <div className={styles.pick} {...listeners}>
      {items.map(item => (
        <label key={keyOf(item)}>
          <input
            type="radio"
            name={name}
            value={keyOf(item)}
            checked={keyOf(item) === chosen}
            onChange={() => onChoose(item, isByKey())}
          />
          <span>{children(item)}</span>
        </label>
      ))}
    </div>
  )
}
