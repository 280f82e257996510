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

/**
 * Stands above a form that was not saved and leads to each field. It takes the focus whenever the errors change: whoever
 * cannot see the page hears at once that nothing was saved, and why. Renders nothing without errors.
 */
export function ErrorSummary({ errors = [], children }: Props) {
  const { t } = useTranslation('staff')
  const sentences = errors.map(({ id, message }) => `${id} ${message}`).join('\n')
  if (!sentences && !children) return null
  return (
    <div key={sentences} ref={focusOnMount} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{t('parts.not_saved')}</h2>
      {children && <div>{children}</div>}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ id, message }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={event => {
                  event.preventDefault()
                  document.getElementById(id)?.focus()
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
