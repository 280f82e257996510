import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { officeCounters } from '../../data/counters'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import type { ReformOutcome } from '../../data/reforms'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions } from '../../ui/forms/form-field'
import { useOnChange } from '../../ui/use-on-change'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'
import { emptyDraft, loadDraft, type ReformDraft, type ReformStep, reformSteps, removeDraft, saveDraft } from './draft'
import { errorsIn } from './errors'
import { ReformHistory } from './history'
import { OpeningStep } from './opening'
import styles from './page.module.css'
import { ReformResult } from './result'
import { ReformReview } from './review'
import { ClosingStep, DayStep, type StepProps } from './steps'
import { CountersStep, SuccessorsStep } from './successors'

export async function loader() {
  await Promise.all([queryClient.fetchQuery(offices), queryClient.fetchQuery(officeCounters())])
  return null
}

/** A merger or a split, typed step by step; what was typed is stored in the tab until it is carried out. */
export function Component() {
  const { t } = useTranslation('staff')
  const { isAtTop } = useRights()
  const [outcome, setOutcome] = useState<ReformOutcome>()
  if (!isAtTop) {
    return (
      <StaffPage title={t('reform.title')}>
        <p>{t('refusal.not_allowed')}</p>
      </StaffPage>
    )
  }
  return (
    <StaffPage title={t('reform.title')} lead={t(outcome ? 'reform.done_lead' : 'reform.lead')}>
      {outcome ? <ReformResult outcome={outcome} /> : <Steps onDone={setOutcome} />}
      {/* What was undone is no longer shown as done. */}
      <ReformHistory onUndone={() => setOutcome(undefined)} />
    </StaffPage>
  )
}

function useDraft() {
  const [draft, setDraft] = useState(loadDraft)
  const change = (part: Partial<ReformDraft>) =>
    setDraft(before => {
      const after = { ...before, ...part }
      saveDraft(after)
      return after
    })
  return [draft, change] as const
}

function Steps({ onDone }: { onDone: (outcome: ReformOutcome) => void }) {
  const { t } = useTranslation('staff')
  const [query, setQuery] = useSearchParams()
  const { data: places } = useSuspenseQuery(offices)
  const { data: counters } = useSuspenseQuery(officeCounters())
  const [draft, change] = useDraft()
  const [isTried, setIsTried] = useState(false)
  // Without a day nothing has been typed yet, as after a reform that was carried out or taken back.
  const step = (draft.on_date && reformSteps.find(one => one === query.get('step'))) || 'day'
  const at = reformSteps.indexOf(step)
  const found = errorsIn(draft, step, places)
  const errors = found.map(({ id, key }) => ({ id, message: t(`reform.errors.${key}`) }))
  const go = (to: ReformStep | undefined) => {
    setIsTried(false)
    if (to) setQuery({ step: to })
  }
  const props = { draft, change, places, counters, errors: isTried ? errors : [] }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (errors.length > 0) setIsTried(true)
        else go(reformSteps[at + 1])
      }}
    >
      <p className={styles.progress}>{t('reform.step', { n: at + 1, of: reformSteps.length })}</p>
      <StepHeading step={step} />
      <ErrorSummary errors={props.errors} />
      <Step step={step} {...props} onDone={onDone} />
      <Actions>
        {step !== 'check' && <Button type="submit">{t('reform.next')}</Button>}
        {at > 0 && (
          <Button look="quiet" onClick={() => go(reformSteps[at - 1])}>
            {t('reform.back')}
          </Button>
        )}
        {draft.closing.length > 0 && <DiscardDraft change={change} onDiscarded={() => go('day')} />}
      </Actions>
    </form>
  )
}

function StepHeading({ step }: { step: ReformStep }) {
  const { t } = useTranslation('staff')
  const heading = useRef<HTMLHeadingElement>(null)
  // A new step is new content: whoever cannot see it hears its name. The first step leaves the focus to the page.
  useOnChange(step, () => heading.current?.focus())
  return (
    <h2 ref={heading} tabIndex={-1}>
      {t(`reform.steps.${step}`)}
    </h2>
  )
}

type OneStepProps = StepProps & { step: ReformStep; onDone: (outcome: ReformOutcome) => void }

function Step({ step, onDone, ...props }: OneStepProps) {
  if (step === 'day') return <DayStep {...props} />
  if (step === 'closing') return <ClosingStep {...props} />
  if (step === 'opening') return <OpeningStep {...props} />
  if (step === 'successors') return <SuccessorsStep {...props} />
  if (step === 'counters') return <CountersStep {...props} />
  return (
    <ReformReview
      {...props}
      onDone={outcome => {
        removeDraft()
        onDone(outcome)
      }}
    />
  )
}

function DiscardDraft({ change, onDiscarded }: Pick<StepProps, 'change'> & { onDiscarded: () => void }) {
  const { t } = useTranslation('staff')
  return (
    <Button
      look="danger"
      onClick={() => {
        change(emptyDraft)
        onDiscarded()
      }}
    >
      {t('reform.forget')}
    </Button>
  )
}
