import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOnMount } from '../focus'
import styles from './error-summary.module.css'

type Props = {
  /** One for each field that is wrong: the field's id and the same words as beside it. */
  errors?: { id: string; message: string }[]
  /** What is wrong with the whole, for example `<ProblemMessage problem={…} />`. */
  children?: ReactNode
}

/** What is wrong with a form of the staff's side: see FieldErrors. Renders nothing without errors. */
export function ErrorSummary({ errors = [], children }: Props) {
  const { t } = useTranslation('staff')
  return (
    <FieldErrors heading={t('parts.not_saved')} errors={errors}>
      {children}
    </FieldErrors>
  )
}

/**
 * Stands above a form that was not saved and leads to each field. It takes the focus whenever the errors change: whoever
 * cannot see the page hears at once that nothing was saved, and why. Renders nothing without errors.
 */
export function FieldErrors({ heading, errors = [], children }: Props & { heading: string }) {
  const sentences = errors.map(({ id, message }) => `${id} ${message}`).join('\n')
  if (!sentences && !children) return null
  return (
    <div key={sentences} ref={focusOnMount} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{heading}</h2>
      {children && <div>{children}</div>}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ id, message }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={event => {
                  event.preventDefault()
                  controlOf(id)?.focus()
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The control with this id, or the first of the group that has it. */
function controlOf(id: string) {
  const found = document.getElementById(id)
  return found?.querySelector('input') ?? found
}
