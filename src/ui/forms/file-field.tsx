import { useId, useState } from 'react'
import styles from './file-field.module.css'

type Props = {
  label: string
  hint: string
  /** Endings and types, as the element takes them. */
  accept: string
  onFile: (file: File) => void
}

/** A file to be chosen or dragged in. The same file can be chosen again after it was changed. */
export function FileField({ label, hint, accept, onFile }: Props) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  return (
    <div className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        onDrop={() => setIsOver(false)}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </div>
  )
}
