import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './form-field.module.css'

type Around = {
  label: ReactNode
  /** Under the label: what to write, with an example. */
  hint?: ReactNode
  /** The sentence of what is wrong; shown beside the field and read with it. */
  error?: string | undefined
}

function described(id: string, { hint, error }: Pick<Around, 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(error && { 'aria-invalid': true as const }) }
}

function Frame({ id, label, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={`${styles.around} ${error ? styles.wrong : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

/**
 * A line of text with its label, hint and error. Made for react-hook-form:
 * `<TextField label={…} error={errors.name?.message} {...register('name')} />`. Everything else goes to the input.
 */
export function TextField({ label, hint, error, id, ...rest }: Omit<ComponentProps<'input'>, 'children'> & Around) {
  const made = useId()
  const own = id ?? made
  return (
    <Frame id={own} {...{ label, hint, error }}>
      <input autoComplete="off" {...rest} {...described(own, { hint, error })} id={own} className={styles.field} />
    </Frame>
  )
}

/** The same for several lines. */
export function TextArea({ label, hint, error, id, ...rest }: ComponentProps<'textarea'> & Around) {
  const made = useId()
  const own = id ?? made
  return (
    <Frame id={own} {...{ label, hint, error }}>
      <textarea rows={4} {...rest} {...described(own, { hint, error })} id={own} className={styles.field} />
    </Frame>
  )
}

/** The same for one of a list; the options are its children. */
export function SelectField({ label, hint, error, id, ...rest }: ComponentProps<'select'> & Around) {
  const made = useId()
  const own = id ?? made
  return (
    <Frame id={own} {...{ label, hint, error }}>
      <select {...rest} {...described(own, { hint, error })} id={own} className={styles.field} />
    </Frame>
  )
}

/** A checkbox with its label after it. */
export function CheckField({ label, hint, error, id, ...rest }: Omit<ComponentProps<'input'>, 'type'> & Around) {
  const made = useId()
  const own = id ?? made
  return (
    <div className={`${styles.around} ${error ? styles.wrong : ''}`}>
      <div className={styles.check}>
        <input {...rest} {...described(own, { hint, error })} id={own} type="checkbox" />
        <label htmlFor={own}>{label}</label>
      </div>
      {hint && (
        <p id={`${own}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${own}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}

/** Fields under each other, and the buttons of a form in a row. */
export const Fields = ({ children }: { children: ReactNode }) => <div className={styles.fields}>{children}</div>
export const Actions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>
