import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toProblem } from '../../data/problem'
import { type ReformOutcome, reformOffices } from '../../data/reforms'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { ReformSummary } from './change-summary'
import { planOf } from './draft'
import type { StepProps } from './steps'

/** The database carries the plan out and rolls it back: what is shown here is exactly what will change. */
export function ReformReview({ draft, counters, onDone }: StepProps & { onDone: (outcome: ReformOutcome) => void }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const [isAsked, setIsAsked] = useState(false)
  const plan = planOf(draft, counters)
  const carryOut = useMutation({ mutationFn: () => reformOffices(plan, true) })
  const {
    data: outcome,
    error,
    isFetching,
  } = useQuery({
    queryKey: ['reform', plan],
    queryFn: () => reformOffices(plan, false),
    staleTime: 0,
    retry: false,
    // Once it is carried out, asking again would find its own codes taken.
    enabled: !carryOut.isPending && !carryOut.isSuccess,
  })
  if (error) {
    return (
      <ErrorSummary>
        <ProblemMessage problem={toProblem(error)} />
      </ErrorSummary>
    )
  }
  if (!outcome || isFetching) return <Skeleton />
  return (
    <>
      <ReformSummary outcome={outcome} isDone={false} />
      <p>
        <Button onClick={() => setIsAsked(true)}>{t('reform.carry_out')}</Button>
      </p>
      {isAsked && (
        <ConfirmDialog
          title={t('reform.ask', { day: format.day(outcome.on_date) })}
          confirm={t('reform.carry_out')}
          problem={carryOut.error && <ProblemMessage problem={toProblem(carryOut.error)} />}
          onConfirm={async () => onDone(await carryOut.mutateAsync())}
          onClose={() => setIsAsked(false)}
        >
          <p>{t('reform.ask_what')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
