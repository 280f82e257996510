import { type FormEvent, useState } from 'react'
import type { FeedbackCall } from '../../data/feedback/calls'
import type { Feedback } from '../../data/feedback/petitions'
import { type OutgoingState, outgoing } from '../../data/outgoing'
import { cleanText } from '../../lib/text/clean-text'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/forms/form-field'
import { newCode } from '../shell/new-code'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'

type Message = Omit<Extract<FeedbackCall, { fn: 'follow_feedback' }>['args'], 'code' | 'message'>

/** A message keeps its name however often it is sent, so that it is taken once. */
const send = (code: string, said: Message) => {
  const message = newCode()
  return outgoing().send(code, { fn: 'follow_feedback', args: { code, message, ...said } })
}

type Props = { code: string; feedback: Feedback; waits: OutgoingState | undefined }

/** What the sender may do now: answer, add, withdraw, say once whether the answer is good enough. */
export function Answering({ code, feedback, waits }: Props) {
  const { state, is_content: isContent } = feedback
  const { t } = useFeedbackWords()
  if (waits?.isWaiting) return null
  if (state === 'answered' && isContent === null) return <Judging code={code} />
  if (state === 'answered')
    return <p role="status">{t(isContent ? 'follow.content.said_yes' : 'follow.content.said_no')}</p>
  if (state === 'refused' || state === 'withdrawn') return null
  return (
    <>
      {state === 'waiting' && <Writing code={code} what="supply" />}
      <div className={styles.actions}>
        {state !== 'waiting' && <Adding code={code} />}
        <Withdrawing code={code} />
      </div>
    </>
  )
}

function Writing({ code, what }: { code: string; what: 'supply' | 'add' }) {
  const { t, why } = useFeedbackWords()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = cleanText(text).trim()
    const found = !said ? 'feedback_missing' : [...said].length > 4000 ? 'feedback_too_long' : undefined
    setProblem(found)
    if (!found) void send(code, { do: what, text: said })
  }
  return (
    <form onSubmit={submit} noValidate className={styles.part}>
      <TextArea
        label={t(`follow.${what}`)}
        hint={t('new.text.hint')}
        error={problem && why(problem)}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <p>
        <Button type="submit">{t('follow.send')}</Button>
      </p>
    </form>
  )
}

function Adding({ code }: { code: string }) {
  const { t } = useFeedbackWords()
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <Writing code={code} what="add" />
  return (
    <Button look="quiet" onClick={() => setIsOpen(true)}>
      {t('follow.add')}
    </Button>
  )
}

function Withdrawing({ code }: { code: string }) {
  const { t } = useFeedbackWords()
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button look="danger" onClick={() => setIsAsking(true)}>
        {t('follow.withdraw')}
      </Button>
    )
  }
  return (
    <div className={styles.part}>
      <p role="alert">{t('follow.withdraw_sure')}</p>
      <p className={styles.actions}>
        <Button look="danger" onClick={() => void send(code, { do: 'withdraw' })}>
          {t('follow.withdraw_yes')}
        </Button>
        <Button look="quiet" onClick={() => setIsAsking(false)}>
          {t('follow.withdraw_no')}
        </Button>
      </p>
    </div>
  )
}

function Judging({ code }: { code: string }) {
  const { t } = useFeedbackWords()
  return (
    <fieldset className={styles.judging}>
      <legend>
        <b>{t('follow.content.question')}</b>
      </legend>
      <p className={styles.lead}>{t('follow.content.lead')}</p>
      <p className={styles.actions}>
        <Button look="quiet" onClick={() => void send(code, { do: 'judge', content: true })}>
          {t('follow.content.yes')}
        </Button>
        <Button look="quiet" onClick={() => void send(code, { do: 'judge', content: false })}>
          {t('follow.content.no')}
        </Button>
      </p>
    </fieldset>
  )
}
