import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { offices } from '../../data/offices'
import { outgoing, outgoingReady } from '../../data/outgoing'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { loadNamespace } from '../../i18n/setup'
import { inGroups } from '../../lib/in-groups'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { useOnChange } from '../../ui/use-on-change'
import { type Draft, keepDraft, readDraft } from '../shell/draft'
import { FeedbackFrame } from '../shell/frame'
import { newCode } from '../shell/new-code'
import { useFeedbackWords } from '../shell/words'
import { callOf } from './call'
import { Elsewhere } from './elsewhere'
import styles from './page.module.css'
import { ProblemSummary } from './problem-summary'
import { type Problems, problemsOf, stepOf, steps } from './rules'
import { KindStep, PersonStep, PlaceStep, TextStep } from './steps'

export async function loader() {
  await Promise.all([
    loadNamespace('feedback'),
    queryClient.ensureQueryData(offices),
    queryClient.ensureQueryData(procedureNames),
    outgoingReady(),
  ])
  return null
}

const views = { kind: KindStep, place: PlaceStep, text: TextStep, person: PersonStep }

/** What is written so far, which a reload does not lose. */
function useDraft() {
  const [draft, setDraft] = useState(readDraft)
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part }
    setDraft(changed)
    keepDraft(changed)
  }
  return [draft, change] as const
}

/** A petition, a question a page. The step is in the address; what is written stays in this tab until it has arrived. */
export function Component() {
  const { t } = useFeedbackWords()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [draft, change] = useDraft()
  const [problems, setProblems] = useState<Problems>({})
  const [isSending, setIsSending] = useState(false)
  const step = stepOf(params.get('step'), draft)
  const at = steps.indexOf(step)
  const View = views[step]
  // A new question is new content of the same page.
  useOnChange(step, () => document.querySelector<HTMLElement>('h1, legend')?.focus())

  const send = async () => {
    const code = newCode()
    setIsSending(true)
    await outgoing().send(code, callOf(code, draft))
    await navigate(paths.feedback(inGroups(code)), { replace: true })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = problemsOf(step, draft)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const next = steps[at + 1]
    if (next) setParams({ step: next })
    else void send()
  }

  if ((draft.kind === 'complaint' || draft.kind === 'denunciation') && params.get('step') === 'place') {
    return (
      <FeedbackFrame title={t('new.title')}>
        <Elsewhere kind={draft.kind} onOther={() => setParams({ step: 'kind' })} />
      </FeedbackFrame>
    )
  }
  return (
    <FeedbackFrame title={t('new.title')}>
      <meta name="description" content={t('new.description')} />
      <p className={styles.step}>{t('new.step', { at: at + 1, of: steps.length })}</p>
      <form onSubmit={submit} noValidate className={styles.form}>
        <ProblemSummary problems={problems} />
        <View draft={draft} problems={problems} change={change} />
        <Buttons
          at={at}
          isSending={isSending}
          onBack={() => {
            setProblems({})
            setParams({ step: steps[at - 1] ?? 'kind' })
          }}
        />
      </form>
    </FeedbackFrame>
  )
}

function Buttons({ at, isSending, onBack }: { at: number; isSending: boolean; onBack: () => void }) {
  const { t } = useFeedbackWords()
  return (
    <div className={styles.buttons}>
      <Button type="submit" isBusy={isSending}>
        {t(at < steps.length - 1 ? 'new.next' : 'new.send')}
      </Button>
      {at > 0 && (
        <Button look="quiet" onClick={onBack}>
          {t('new.back')}
        </Button>
      )}
    </div>
  )
}

export { ErrorBoundary } from '../shell/frame'
