import { lazy, Suspense, use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchReleaseRule } from '../../data/receipts'
import { believed, timeNow } from '../../data/server-clock'
import { nextRelease } from '../../lib/dates/release-schedule'
import { noBreak } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import links from '../../ui/link-list.module.css'
import { Banner } from '../../ui/messages/banner'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import { ReceiptCard } from '../shell/receipt-card'
import { useFocusOn } from '../shell/use-focus-on'
import { WithdrawnText } from '../shell/withdrawn-text'
import { ReceiptChanges } from './changes'
import { FindReceipt } from './find'
import { ForgetReceipt } from './forget'
import { Reply } from './reply'
import styles from './show.module.css'
import { type KnownReceipt, useReceipt } from './use-receipt'

const SetAsideReason = lazy(() => import('./set-aside-reason').then(parts => parts.load()))
// Without a connection the page goes without it.
const ReceiptProof = lazy(() =>
  import('./proof').then(parts => parts.loadReceiptProof()).catch(() => ({ default: () => null })),
)

/** One rating: what became of it, what the office answered, and what its owner can do. */
export function ShowReceipt({ receipt, onForget }: { receipt: string; onForget: () => void }) {
  const { t } = useTranslation()
  const known = useReceipt(receipt)
  const { rating, state, score, isStuck, isWaiting } = known
  const status = statusOf(known)
  const canChange = (isWaiting || state?.correctable === true) && !known.isWithdrawn
  useFocusOn(status)

  if (status === 'unknown') return <FindReceipt typed={receipt} mistake="receipt_unknown" />
  return (
    <>
      <h1 className={styles.head} tabIndex={-1}>
        {t(`receipt.state.${status}`)}
      </h1>
      {status !== 'asking' && status !== 'failed' && (
        <p className={styles.about}>
          <span lang="vi">{rating?.place ?? state?.office.name}</span>{' '}
          {score && status !== 'withdrawn' && <b>{t('rate.chosen', { answer: t(`score.${score}`) })}</b>}
        </p>
      )}
      <Trouble known={known} />
      <div className={styles.says}>
        <Explanation status={status} known={known} />
        {state?.batch && (
          <Suspense>
            <ReceiptProof receipt={receipt} batch={state.batch.number} />
          </Suspense>
        )}
      </div>
      <ReceiptCard
        rating={{ receipt, isWaiting, state, ...(rating && { ratedAt: rating.ratedAt }) }}
        isStuck={isStuck}
        isPage
      />
      <p className={styles.note}>{t(canChange ? 'receipt.privacy' : 'receipt.privacy_final')}</p>
      {state?.reply && <Reply reply={state.reply} isAsking={known.isAsking} onRate={known.rateReply} />}
      {canChange && <ReceiptChanges known={known} />}
      <nav className={links.links} aria-label={t('rate.thanks.more')}>
        {state && (
          <Link to={paths.officeResults(state.office.code)}>
            <Icon name="flag" />
            <span>{t('rate.thanks.results', { office: noBreak(state.office.name) })}</span>
            <Icon name="right" />
          </Link>
        )}
        <Link to={paths.receipt()}>
          <Icon name="search" />
          <span>{t('receipt.other')}</span>
          <Icon name="right" />
        </Link>
      </nav>
      {rating && <ForgetReceipt isWaiting={isWaiting} onForget={onForget} />}
    </>
  )
}

type Status = ReturnType<typeof statusOf>

function statusOf({ rating, state, problem, isWaiting, isStuck, isWithdrawn }: KnownReceipt) {
  if (isWithdrawn) return 'withdrawn'
  if (isWaiting) return isStuck ? 'unsent' : 'sending'
  if (rating?.refused?.fn === 'submit_rating') return 'refused'
  if (problem?.key === 'receipt_unknown') return 'unknown'
  if (!state) return problem ? 'failed' : 'asking'
  return state.batch?.voided ? 'voided' : state.state
}

/** Why this may not be the latest, or was not changed. */
function Trouble({ known }: { known: KnownReceipt }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { rating, state, heardAt, problem, ask } = known
  const refused = rating?.refused?.fn === 'submit_rating' ? undefined : rating?.refused
  if (refused) return <Alert problem={refused} />
  if (!problem) return null
  if (problem.isFinal) return <Alert problem={problem} />
  const at = heardAt && believed(heardAt)
  if (!state || heardAt === undefined) {
    return (
      <>
        <Alert problem={problem} />
        <Retry onClick={ask} />
      </>
    )
  }
  return (
    <Banner look="wait" icon="offline" action={<Retry onClick={ask} />}>
      <p>
        <ProblemMessage problem={problem} />{' '}
        {at === undefined
          ? t('receipt.saved_copy_undated')
          : t('receipt.saved_copy', { time: format.timeOf(at), day: format.dayOf(at) })}
      </p>
    </Banner>
  )
}

function Alert({ problem }: { problem: { key: string } }) {
  return (
    <p className={styles.alert} role="alert">
      <ProblemMessage problem={problem} />
    </p>
  )
}

function Retry({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Button look="quiet" onClick={onClick}>
      {t('app.try_again')}
    </Button>
  )
}

/** Explains a state in sentences: why nothing is published yet, and when it may be. */
function Explanation({ status, known }: { status: Status; known: KnownReceipt }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { rating, state, isWaiting } = known
  const batch = state?.batch && {
    batch: format.count(state.batch.number),
    day: format.day(state.batch.released_on),
  }
  if (status === 'waiting') return <Waiting />
  if (status === 'refused') return <Alert problem={rating?.refused ?? { key: 'server' }} />
  if (status === 'withdrawn') return <WithdrawnText isWaiting={isWaiting} isVisit={known.isVisit} />
  if (status === 'set_aside') {
    const unexplained = <p>{t('receipt.reason.other')}</p>
    return state ? (
      <Suspense fallback={unexplained}>
        <SetAsideReason reason={state.reason} unexplained={unexplained} />
      </Suspense>
    ) : (
      unexplained
    )
  }
  if (status === 'counted' && batch) {
    return (
      <>
        <p>{t('receipt.counted', batch)}</p>
        <p>{t('receipt.verify')}</p>
      </>
    )
  }
  if (status === 'voided' && batch && state?.batch?.voided) {
    return (
      <>
        <p>{t('receipt.voided', { ...batch, on: format.day(state.batch.voided.on) })}</p>
        <blockquote lang="vi">{state.batch.voided.reason}</blockquote>
      </>
    )
  }
  if (status === 'sending' || status === 'unsent') return <p>{t(`receipt.${status}_note`)}</p>
  return null
}

function Waiting() {
  const { t } = useTranslation()
  // Not from the query cache: its library is not on this page.
  const [rule] = useState(fetchReleaseRule)
  return (
    <>
      <p>{t('receipt.waiting')}</p>
      <Suspense>
        <NextRelease asked={rule} />
      </Suspense>
    </>
  )
}

function NextRelease({ asked }: { asked: ReturnType<typeof fetchReleaseRule> }) {
  const { t } = useTranslation()
  const format = useFormats()
  const rule = use(asked)
  if (!rule) return null
  const next = nextRelease(rule.last_release_on, rule.release_hour, timeNow())
  if (next === undefined) return null
  return (
    <p>{t('receipt.next', { n: format.count(rule.min_batch), time: format.timeOf(next), day: format.dayOf(next) })}</p>
  )
}
