import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { officeCounters } from '../../data/counters'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import type { ReformOutcome } from '../../data/reforms'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions } from '../../ui/forms/form-field'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'
import { emptyDraft, forgetDraft, keepDraft, keptDraft, type ReformDraft, type ReformStep, reformSteps } from './draft'
import { errorsIn } from './errors'
import { OpeningStep } from './opening'
import styles from './page.module.css'
import { ReformDone } from './result'
import { ReformCheck } from './review'
import { ClosingStep, DayStep } from './steps'
import { CountersStep, SuccessorsStep } from './successors'

export async function loader() {
  await Promise.all([queryClient.fetchQuery(offices), queryClient.fetchQuery(officeCounters())])
  return null
}

/** A merger or a split, typed step by step; what was typed stays in the tab until it is carried out. */
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
      {outcome ? <ReformDone outcome={outcome} /> : <Steps onDone={setOutcome} />}
    </StaffPage>
  )
}

function Steps({ onDone }: { onDone: (outcome: ReformOutcome) => void }) {
  const { t } = useTranslation('staff')
  const [query, setQuery] = useSearchParams()
  const { data: places } = useSuspenseQuery(offices)
  const { data: counters } = useSuspenseQuery(officeCounters())
  const [draft, setDraft] = useState(keptDraft)
  const [isTried, setIsTried] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = reformSteps.find(one => one === query.get('step')) ?? 'day'
  const at = reformSteps.indexOf(step)
  const mistakes = errorsIn(draft, step, places)

  // A new step is new content: whoever cannot see it hears its name.
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])

  const change = (part: Partial<ReformDraft>) =>
    setDraft(before => {
      const after = { ...before, ...part }
      keepDraft(after)
      return after
    })
  const go = (to: ReformStep | undefined) => {
    setIsTried(false)
    if (to) setQuery({ step: to })
  }
  const next = () => (mistakes.length > 0 ? setIsTried(true) : go(reformSteps[at + 1]))
  const says = mistakes.map(({ id, says: key }) => ({ id, message: t(`reform.mistakes.${key}`) }))
  const shared = { draft, change, places, counters, mistakes: isTried ? says : [] }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        next()
      }}
    >
      <p className={styles.progress}>{t('reform.step', { n: at + 1, of: reformSteps.length })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t(`reform.steps.${step}`)}
      </h2>
      <ErrorSummary errors={shared.mistakes} />
      {step === 'day' && <DayStep {...shared} />}
      {step === 'closing' && <ClosingStep {...shared} />}
      {step === 'opening' && <OpeningStep {...shared} />}
      {step === 'heirs' && <SuccessorsStep {...shared} />}
      {step === 'counters' && <CountersStep {...shared} />}
      {step === 'check' && (
        <ReformCheck
          {...shared}
          onDone={outcome => {
            forgetDraft()
            onDone(outcome)
          }}
        />
      )}
      <Actions>
        {step !== 'check' && <Button type="submit">{t('reform.next')}</Button>}
        {at > 0 && (
          <Button look="quiet" onClick={() => go(reformSteps[at - 1])}>
            {t('reform.back')}
          </Button>
        )}
        {draft.closing.length > 0 && (
          <Button
            look="danger"
            onClick={() => {
              change(emptyDraft)
              go('day')
            }}
          >
            {t('reform.forget')}
          </Button>
        )}
      </Actions>
    </form>
  )
}
