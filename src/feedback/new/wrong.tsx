import { focusOnMount } from '../../ui/focus'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'
import type { Field, Problems } from './rules'

/** The sentence of what is wrong with a field. */
export function useProblem() {
  const { t, why } = useFeedbackWords()
  return (key: string | undefined) => {
    if (!key) return undefined
    if (key === 'office_missing') return t('new.place.office_missing')
    if (key === 'person_missing') return t('new.person.missing')
    return key === 'kind_invalid' ? t('new.kind.missing') : why(key)
  }
}

/** The id of a field's control, or of the first of them. */
export const idOf = (field: Field) => `feedback-${field}`

/** Stands above the question and leads to what is wrong, in the words that stand beside it. */
export function Wrong({ problems }: { problems: Problems }) {
  const { t } = useFeedbackWords()
  const sentence = useProblem()
  const wrong = Object.entries(problems) as [Field, string][]
  if (wrong.length === 0) return null
  return (
    <div key={wrong.join()} ref={focusOnMount} className={styles.wrong} role="alert" tabIndex={-1}>
      <h2>{t('new.wrong')}</h2>
      <ul>
        {wrong.map(([field, key]) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={event => {
                event.preventDefault()
                const found = document.getElementById(idOf(field))
                const control = found?.matches('input, select, textarea') ? found : found?.querySelector('input')
                ;(control as HTMLElement | null)?.focus()
              }}
            >
              {sentence(key)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
