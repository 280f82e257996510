import { FieldErrors } from '../../ui/forms/error-summary'
import { useFeedbackWords } from '../shell/words'
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
export function ProblemSummary({ problems }: { problems: Problems }) {
  const { t } = useFeedbackWords()
  const sentence = useProblem()
  const wrong = Object.entries(problems) as [Field, string][]
  const errors = wrong.map(([field, key]) => ({ id: idOf(field), message: sentence(key) ?? '' }))
  return <FieldErrors heading={t('new.wrong')} errors={errors} />
}
