import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../data/problem'
import type { RatingTarget } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { languageOfPage } from '../../i18n/language-of-page'
import { telephoneAddress } from '../../lib/telephone'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { MessagePage } from '../../ui/layout/message-page'
import { CounterName, OfficeHeader } from '../../ui/layout/office-header'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { ReadAloud } from '../../ui/read-aloud'
import { changeScore, goTo, nameTarget } from '../outbox/edit-rating'
import { OutboxNotice } from '../outbox/notice'
import { findRating, rate } from '../outbox/rating-draft'
import type { Step } from '../outbox/storage/store'
import { useOutbox } from '../outbox/use-outbox'
import { isOpen, type StepViewProps } from '../shell/step'
import { useStepHistory } from '../shell/step-history'
import { useFocusOn } from '../shell/use-focus-on'
import { CounterClosed } from './counter-closed'
import { type FirstPageState, Question } from './question'
import styles from './rate-page.module.css'
import { useRatingTarget } from './use-rating-target'
import { useShownStep } from './use-shown-step'

type Props = {
  /** A counter's or a visit's. */
  code: string
  /** The state of the page without scripts that this one replaces. */
  begun?: FirstPageState | undefined
  /** The place, when it has been asked for already. */
  asked?: Promise<RatingTarget> | undefined
  /** Shows what follows the faces. */
  StepView: ComponentType<StepViewProps>
}

/** One question at a time, the faces first. They never wait for anything: a tap is stored before the place is known. */
export function RatePage({ code, begun, asked, StepView }: Props) {
  const { place, problem } = useRatingTarget(code, asked)
  const { ratings } = useOutbox()
  const rating = findRating(code, ratings, Date.now())
  const isOver = place && place.state !== 'open'
  // A person who rated here before the code was spent or retired sees the state of that rating.
  if (isOver && !rating) return <CounterClosed place={place} />
  if (problem?.isFinal && !rating) return <NoPlace problem={problem} />
  return <Rating code={code} place={place} isUnsure={problem !== undefined} begun={begun} StepView={StepView} />
}

type RatingProps = Omit<Props, 'asked'> & { place: RatingTarget | undefined; isUnsure: boolean }

function Rating({ code, place, isUnsure, begun, StepView }: RatingProps) {
  const { t } = useTranslation()
  const { ratings } = useOutbox()
  const lastWanted = useRef<string>(undefined)
  const rating = findRating(code, ratings, Date.now())
  const { step, setIsChanging, change, showReceipt } = useShownStep(code, rating)
  // A face that was tapped on the first page has been answered before this one came.
  useFocusOn(step, begun?.isAnswered ? 'question' : step)
  useStepHistory(step, rating?.ratedAt, wanted => {
    if (!rating || !isOpen(step) || !isOpen(wanted)) return false
    lastWanted.current = wanted
    if (wanted === 'question') setIsChanging(true)
    // Storing a step takes a moment; a person who has gone on meanwhile is not taken back.
    else void goTo(rating, wanted as Step).then(() => lastWanted.current === wanted && setIsChanging(false))
    return true
  })

  // Stores the name of a place that was not known when the face was tapped.
  const isUnnamed = rating !== undefined && rating.place === rating.code
  useEffect(() => {
    if (isUnnamed && place) void nameTarget(rating, place)
  }, [isUnnamed, place, rating])

  const answer = async (score: Score) => {
    await (rating ? changeScore(rating, score) : rate(code, place, score, languageOfPage()))
    setIsChanging(false)
  }

  return (
    <div className={styles.page}>
      <title>{`${t('rate.title')} · Hài Lòng`}</title>
      <OfficeHeader tool={<ReadAloud key={step} isFirst={step === 'question'} />}>
        <CounterName
          office={place?.office.desk ?? (isUnsure ? t('rate.unnamed', { code }) : undefined)}
          counter={place?.counter.name ?? undefined}
          number={place?.counter.number}
        />
      </OfficeHeader>
      <OutboxNotice except={rating?.receipt} />
      <main id="main" tabIndex={-1} className={styles.main} data-step={step}>
        {step === 'question' && (
          <Question
            key={rating?.receipt}
            current={rating?.score}
            begun={begun}
            onAnswer={answer}
            onKeep={() => setIsChanging(false)}
          />
        )}
        {step === 'question' && place?.office.hotline && <Call number={place.office.hotline} />}
        {rating && <StepView step={step} rating={rating} place={place} onChange={change} onReceipt={showReceipt} />}
      </main>
    </div>
  )
}

/** The office's telephone, for whoever would rather talk to somebody. It is known late, and moves nothing. */
function Call({ number }: { number: string }) {
  const { t } = useTranslation()
  return (
    <p className={styles.call}>
      <a href={telephoneAddress(number)}>{t('rate.thanks.hotline', { number })}</a>
    </p>
  )
}

// Few need it, and it would be a twentieth of the page's scripts. Without a signal the way home is left.
const Retype = lazy<ComponentType<{ isVisit: boolean }>>(() =>
  import('./retype').catch(() => ({ default: () => null })),
)

/** There is no such counter or visit. */
export function NoPlace({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  const isVisit = problem.key.startsWith('visit')
  return (
    <MessagePage
      title={t(isVisit ? 'rate.no_visit' : 'rate.no_counter')}
      actions={<ButtonLink to={paths.home()}>{t('app.home')}</ButtonLink>}
    >
      <OutboxNotice />
      <p role="alert">
        <ProblemMessage problem={problem} />
      </p>
      <div className={styles.retype}>
        <Suspense>
          <Retype isVisit={isVisit} />
        </Suspense>
      </div>
    </MessagePage>
  )
}
