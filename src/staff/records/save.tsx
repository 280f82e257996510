import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Problem, toProblem } from '../../data/problem'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { ProblemMessage, useProblemSentence } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { Conflict } from './conflict'

/**
 * A write with its refusal. `save(draft)` calls `write`, announces `done` when it succeeded, and returns the result, or
 * undefined when it was refused: then `problem` holds why. The lists on the page are fetched again by themselves.
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
      announce(typeof done === 'string' ? done : done(result))
      return { result }
    } catch (error) {
      await onRefused?.(toProblem(error), draft)
      return undefined
    }
  }
  return {
    save,
    isSaving: mutation.isPending,
    problem: mutation.error ? toProblem(mutation.error) : null,
    /** Takes the refusal away, for example when the form is closed. */
    reset: mutation.reset,
  }
}

type SaveProblemProps = {
  saving: { problem: Problem | null; reset: () => void }
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
  const { problem, reset } = saving
  if (!problem) return null
  const field = fieldOf[problem.key]
  if (field) return <ErrorSummary errors={[{ id: field, message: sentence(problem) }]} />
  const isConflict = problem.key === 'changed_meanwhile' && subject && rowKey && onLoad
  const load = () => {
    onLoad?.()
    reset()
  }
  return (
    <ErrorSummary>
      {isConflict ? (
        <Conflict
          subject={subject}
          rowKey={rowKey}
          choices={[
            { label: t('parts.load_saved'), onChoose: load },
            { label: t('parts.keep_typed'), onChoose: reset },
          ]}
        />
      ) : (
        <ProblemMessage problem={problem} />
      )}
    </ErrorSummary>
  )
}
