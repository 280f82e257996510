import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lastChange } from '../../data/audit'
import { type Problem, problemOf } from '../../data/problem'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions } from '../../ui/forms/form-field'
import { ProblemMessage, useProblemSentence } from '../../ui/messages/problem-message'
import { say } from '../../ui/messages/status-line'
import { useFormats } from '../../ui/use-formats'

/**
 * A write with its refusal. `save(draft)` calls `write`, says `done` when it succeeded, and answers with the result, or
 * with undefined when it was refused: then `problem` holds why. Every list on the page is asked for again by itself.
 *
 *   const saving = useSaving(saveOffice, t('offices.saved'))
 *   const submit = handleSubmit(async draft => { if (await saving.save(draft)) navigate(…) })
 *   <SaveProblem saving={saving} subject="offices" rowKey={office.code} onLoad={() => reset(fresh)} />
 */
export function useSaving<Draft, Result>(
  write: (draft: Draft) => Promise<Result>,
  done: string | ((result: Result) => string),
  onRefused?: (problem: Problem, draft: Draft) => unknown,
) {
  const mutation = useMutation({ mutationFn: write })
  const save = async (draft: Draft) => {
    try {
      const result = await mutation.mutateAsync(draft)
      say(typeof done === 'string' ? done : done(result))
      return { result }
    } catch (error) {
      await onRefused?.(problemOf(error), draft)
      return undefined
    }
  }
  return {
    save,
    isSaving: mutation.isPending,
    problem: mutation.error ? problemOf(mutation.error) : null,
    /** Takes the refusal away, for example when the form is closed. */
    forget: mutation.reset,
  }
}

type SaveProblemProps = {
  saving: { problem: Problem | null; forget: () => void }
  /** The field that a refusal is about, by its key; it is then linked to. The words beside the field are yours. */
  fieldOf?: Partial<Record<string, string>>
  /** The table and key of the row, as the log names them: for who changed it meanwhile. */
  subject?: string
  rowKey?: string
  /** Takes the version that is stored now into the form. */
  onLoad?: () => void
}

/** Above a form: why it was not saved. Where somebody else changed the row, who and when, and a choice. */
export function SaveProblem({ saving, fieldOf = {}, subject, rowKey, onLoad }: SaveProblemProps) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const { problem, forget } = saving
  if (!problem) return null
  if (problem.key === 'changed_meanwhile' && subject && rowKey && onLoad) {
    return (
      <ErrorSummary>
        <ChangedBy subject={subject} rowKey={rowKey} />
        <Actions>
          <Button
            onClick={() => {
              onLoad()
              forget()
            }}
          >
            {t('parts.load_theirs')}
          </Button>
          <Button look="quiet" onClick={forget}>
            {t('parts.keep_mine')}
          </Button>
        </Actions>
      </ErrorSummary>
    )
  }
  const field = fieldOf[problem.key]
  if (!field) {
    return (
      <ErrorSummary>
        <ProblemMessage problem={problem} />
      </ErrorSummary>
    )
  }
  return <ErrorSummary errors={[{ id: field, message: sentence(problem) }]} />
}

/** Who changed a row meanwhile, and when, as far as the person may know. */
export function ChangedBy({ subject, rowKey }: { subject: string; rowKey: string }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data } = useQuery(lastChange(subject, rowKey))
  if (!data) return <ProblemMessage problem={{ key: 'changed_meanwhile' }} />
  const at = Date.parse(data.at)
  const when = { time: format.timeOf(at), day: format.dayOf(at) }
  return <>{t('parts.changed_by', { who: data.who, ...when })}</>
}
