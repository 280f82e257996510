import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { type Feedback, feedbackByCode } from '../../data/feedback/petitions'
import { type OutgoingState, outgoing } from '../../data/outgoing'
import { toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { telephoneAddress } from '../../lib/telephone'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Banner } from '../../ui/messages/banner'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { forgetDraft } from '../shell/draft'
import { useFeedbackWords } from '../shell/words'
import { Answering } from './answering'
import { CodeCard } from './code-card'
import styles from './page.module.css'
import { Timeline } from './timeline'
import { useOutgoing } from './use-outgoing'

/** Where a petition stands, and what its sender may do. What was just written counts as done once it has arrived. */
export function ShowFeedback({ code }: { code: string }) {
  const { t, why } = useFeedbackWords()
  const waits = useOutgoing(code)
  const isArrived = waits !== undefined && !waits.isWaiting
  const { data, error } = useQuery({ ...feedbackByCode(code), enabled: isArrived })
  useEffect(() => {
    if (!isArrived) return
    void queryClient.invalidateQueries({ queryKey: feedbackByCode(code).queryKey })
  }, [isArrived, code])
  useEffect(() => {
    // It has arrived, so what was written is nobody's to find on this device.
    if (data) forgetDraft()
  }, [data])

  const problem = error ? toProblem(error) : undefined
  const isAnswered = Boolean(data || problem || waits?.isWaiting || waits?.refused)
  return (
    <div className={styles.part}>
      <h1 tabIndex={-1}>{data ? t(`follow.state.${data.state}`) : t('follow.title')}</h1>
      {waits && <OnDevice code={code} waits={waits} />}
      {problem && !data && !waits?.refused && (
        <Banner look="alert" icon="alert">
          <p>{why(problem.key)}</p>
        </Banner>
      )}
      {data && <Standing feedback={data} />}
      {(data || waits?.isWaiting) && <CodeCard code={code} />}
      {data && <Answering key={`${data.state} ${data.steps.length}`} code={code} feedback={data} waits={waits} />}
      {data && <Timeline feedback={data} />}
      {/* Above what is still to come they would be pushed away from under a thumb. */}
      {isAnswered ? (
        <p className={styles.actions}>
          <ButtonLink look="quiet" to={paths.feedback()}>
            {t('follow.other')}
          </ButtonLink>
          <ButtonLink look="quiet" to={paths.newFeedback()}>
            {t('follow.new')}
          </ButtonLink>
        </p>
      ) : (
        <Skeleton />
      )}
    </div>
  )
}

/** What has not arrived, or was not taken. */
function OnDevice({ code, waits }: { code: string; waits: OutgoingState }) {
  const { t, why } = useFeedbackWords()
  if (waits.refused) {
    return (
      <Banner
        look="alert"
        icon="alert"
        action={
          <ButtonLink look="quiet" to={paths.newFeedback()} onClick={() => void outgoing().forget(code)}>
            {t('follow.correct')}
          </ButtonLink>
        }
      >
        <p>
          <b>{t('follow.refused')}</b> {why(waits.refused)}
        </p>
      </Banner>
    )
  }
  if (!waits.isWaiting) return null
  if (!waits.problem) return <p role="status">{t('follow.sending')}</p>
  const isOffline = waits.problem.key === 'offline'
  return (
    <Banner
      look="wait"
      icon="offline"
      action={
        <Button look="quiet" onClick={() => outgoing().wake()}>
          {t('follow.send_now')}
        </Button>
      }
    >
      <p>{isOffline ? t('follow.waiting') : why(waits.problem.key)}</p>
    </Banner>
  )
}

/** Until when, and by whom. */
function Standing({ feedback }: { feedback: Feedback }) {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const { office, due_on: due, is_late: isLate, state } = feedback
  const said: ReactNode[] = []
  if (state === 'waiting') said.push(t('follow.paused'))
  if (due) said.push(t(isLate ? 'follow.late' : 'follow.due', { day: format.day(due) }))
  return (
    <>
      <p lang="vi">
        <b>{office.name}</b>
      </p>
      {said.length > 0 && <p>{said.join(' ')}</p>}
      {office.hotline && (
        <p className={styles.hotline}>
          <Icon name="phone" />
          <span>
            {t('follow.hotline')}: <a href={telephoneAddress(office.hotline)}>{office.hotline}</a>
          </span>
        </p>
      )}
      {!feedback.readable && (
        <Banner look="wait" icon="lock">
          <p>{t('follow.unreadable')}</p>
        </Banner>
      )}
    </>
  )
}
