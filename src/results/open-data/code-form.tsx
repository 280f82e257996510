import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../../ui/button'
import styles from './verify-ledger.module.css'

type Props = {
  label: string
  /** The code as it is meant, of what was typed; undefined when that is none. */
  read: (typed: string) => string | undefined
  /** What to say then. */
  malformed: string
  button: string
  look?: 'quiet'
  isWorking?: boolean
  onTyped?: () => void
  onCode: (code: string) => void
  children: ReactNode
}

/** A code that somebody has seen elsewhere, typed or pasted to be held against what is published. */
export function CodeForm({ label, read, malformed, button, look, isWorking, onTyped, onCode, children }: Props) {
  const [typed, setTyped] = useState('')
  const [isMalformed, setIsMalformed] = useState(false)
  const [inputId, whyId] = [useId(), useId()]

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isWorking) return
    const code = read(typed)
    onTyped?.()
    setIsMalformed(code === undefined)
    if (code === undefined) return document.getElementById(inputId)?.focus()
    onCode(code)
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={inputId}>{label}</label>
      {isMalformed && (
        <p id={whyId} className={styles.why} role="alert">
          {malformed}
        </p>
      )}
      <div className={styles.row}>
        <input
          id={inputId}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isMalformed || undefined}
          aria-describedby={isMalformed ? whyId : undefined}
        />
        <Button type="submit" {...(look && { look })} aria-disabled={isWorking}>
          {button}
        </Button>
      </div>
      {children}
    </form>
  )
}
