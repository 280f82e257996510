import { useId } from 'react'
import styles from '../forms/field.module.css'
import { Icon } from '../icon'

type Props = { label: string; value: string; onChange: (value: string) => void }

export function SearchField({ label, value, onChange }: Props) {
  const id = useId()
  return (
    <div className={styles.search}>
      <Icon name="search" />
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.field}
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        placeholder={label}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  )
}
