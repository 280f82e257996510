import { type FormEvent, useId, useState } from 'react'
import { Button } from '../button'
import { focusOnMount } from '../focus'
import { ProblemMessage } from '../messages/problem-message'
import styles from './code-form.module.css'
import field from './field.module.css'

type Props = {
  label: string
  hint: string
  submit: string
  /** Opens what the code names; false when it is none. */
  open: (code: string) => boolean
  /** The key of the refusal that says so. */
  malformed: string
  /** What was typed elsewhere, as in an address, and why that opened nothing: the key of a refusal. */
  typed?: string
  mistake?: string
  /** A code so short that its field stands beside the button on a phone. */
  isShort?: boolean
}

/** A field for one code that is printed on paper, and a button that opens what it names. */
export function CodeForm({ label, hint, submit, open, malformed, typed = '', mistake = '', isShort = false }: Props) {
  const [code, setCode] = useState(typed)
  const [wrong, setWrong] = useState(mistake)
  const id = useId()

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (open(code)) return
    setWrong(malformed)
    event.currentTarget.querySelector('input')?.focus()
  }

  return (
    <form className={`${styles.form} ${wrong ? styles.wrong : ''}`} noValidate onSubmit={onSubmit}>
      <label htmlFor={id}>{label}</label>
      <p className={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
      {wrong && (
        <p className={styles.why} id={`${id}-mistake`} role="alert">
          <ProblemMessage problem={{ key: wrong }} />
        </p>
      )}
      <div className={`${styles.row} ${isShort ? styles.short : ''}`}>
        <input
          ref={mistake ? focusOnMount : undefined}
          id={id}
          className={field.field}
          value={code}
          onChange={event => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-hint ${id}-mistake` : `${id}-hint`}
        />
        <Button type="submit">{submit}</Button>
      </div>
    </form>
  )
}
