import { useCallback, useEffect, useState } from 'react'
import { type Problem, toProblem } from '../../data/problem'
import { isVisitCode } from '../../data/rating-targets'
import { type ReceiptState, type Score, sendRating } from '../../data/ratings'
import { fetchReceiptState, rateReply } from '../../data/receipts'
import { useDomEvent } from '../../ui/use-dom-event'
import { changeScore, withdraw } from '../outbox/edit-rating'
import { learn } from '../outbox/known-rating'
import { outbox } from '../outbox/page-outbox'
import { useOutbox } from '../outbox/use-outbox'

/** The pause before a state that is not known is asked for again, in milliseconds: no event tells when a signal is good enough. */
const PAUSE = 10_000

type Answer = { state: ReceiptState; heardAt: number }

/** The server's last answer about a receipt, why there is none, and how to ask: for the state, or to change it. */
function useAnswer(receipt: string) {
  const [answer, setAnswer] = useState<Answer>()
  const [problem, setProblem] = useState<Problem>()
  const [isAsking, setIsAsking] = useState(false)

  const request = useCallback(
    async (asking: () => Promise<ReceiptState>) => {
      const heardAt = Date.now()
      setIsAsking(true)
      try {
        const state = await asking()
        setAnswer({ state, heardAt })
        setProblem(undefined)
        await learn(outbox, receipt, state, heardAt)
      } catch (error) {
        const why = toProblem(error)
        setProblem(why)
        // It has been published since the page was opened, which the page shows next.
        if (why.key === 'too_late')
          await fetchReceiptState(receipt).then(state => setAnswer({ state, heardAt }), setProblem)
      }
      setIsAsking(false)
    },
    [receipt],
  )
  return { answer, problem, isAsking, request }
}

/**
 * A rating by its receipt. Of this device's own the outbox knows what is on its way and what the server answered last;
 * of any other nothing stays here when the page is left.
 */
export function useReceipt(receipt: string) {
  const { ratings } = useOutbox()
  const rating = ratings.find(known => known.receipt === receipt)
  const isWaiting = rating?.isWaiting ?? false
  const isRefused = rating?.refused?.fn === 'submit_rating'
  const { answer, problem, isAsking, request } = useAnswer(receipt)

  // The server does not know a rating that has not been sent yet, or was refused.
  const ask = useCallback(async () => {
    if (!isWaiting && !isRefused) await request(() => fetchReceiptState(receipt))
  }, [request, receipt, isWaiting, isRefused])
  useEffect(() => void ask(), [ask])
  useDomEvent('online', ask)
  // A failure is a new problem each time, so the pause begins anew after every answer.
  useEffect(() => {
    if (!problem || problem.isFinal) return
    const timer = setTimeout(ask, PAUSE)
    return () => clearTimeout(timer)
  }, [problem, ask])

  const { state, heardAt } = [rating, answer]
    .filter(known => known?.state !== undefined)
    .sort((a, b) => (a?.heardAt ?? 0) - (b?.heardAt ?? 0))
    .at(-1) ?? { state: undefined, heardAt: undefined }

  return {
    rating,
    state,
    heardAt,
    /** Why the last question was not answered. */
    problem,
    isAsking,
    isWaiting,
    /** By this device's own memory: the server does not tell. */
    isVisit: rating !== undefined && isVisitCode(rating.code),
    isStuck: rating?.isStuck ?? false,
    isWithdrawn: rating?.step === 'withdrawn' || state?.state === 'withdrawn',
    score: (isWaiting ? rating?.score : undefined) ?? state?.score ?? rating?.score,
    ask,
    changeScore: (score: Score) =>
      rating
        ? changeScore(rating, score)
        : request(() => sendRating({ fn: 'change_rating', args: { receipt, score } })),
    withdraw: () =>
      rating ? withdraw(rating) : request(() => sendRating({ fn: 'withdraw_rating', args: { receipt } })),
    rateReply: (score: Score) => request(() => rateReply(receipt, score)),
  }
}

export type KnownReceipt = ReturnType<typeof useReceipt>
