import { useCallback, useEffect, useState } from 'react'
import { type Problem, problemOf } from '../../data/problem'
import { type ReceiptState, type Score, sendRating } from '../../data/ratings'
import { rateReply, receiptState } from '../../data/receipts'
import { changeScore, withdraw } from '../outbox/edit-rating'
import { outbox } from '../outbox/page-outbox'
import { useOutbox } from '../outbox/use-outbox'

type Heard = { state: ReceiptState; heardAt: number }

/**
 * A rating by its receipt. Of this device's own the outbox knows what is on its way and what was said last; of any
 * other nothing stays here when the page is left.
 */
export function useReceipt(receipt: string) {
  const { ratings, trouble } = useOutbox()
  const rating = ratings.find(known => known.receipt === receipt)
  const isWaiting = rating?.isWaiting ?? false
  const isNowhere = rating?.refused?.fn === 'submit_rating'
  const [heard, setHeard] = useState<Heard>()
  const [problem, setProblem] = useState<Problem>()
  const [isAsking, setIsAsking] = useState(false)

  const hear = useCallback(
    async (asking: () => Promise<ReceiptState>) => {
      const heardAt = Date.now()
      setIsAsking(true)
      try {
        const state = await asking()
        setHeard({ state, heardAt })
        setProblem(undefined)
        await outbox.learn(receipt, state, heardAt)
      } catch (error) {
        const why = problemOf(error)
        setProblem(why)
        // It has been published since the page was opened, which the page says next.
        if (why.key === 'too_late') await receiptState(receipt).then(state => setHeard({ state, heardAt }), setProblem)
      }
      setIsAsking(false)
    },
    [receipt],
  )

  // What has not been sent yet, or was refused, the server does not know.
  const ask = useCallback(async () => {
    if (!isWaiting && !isNowhere) await hear(() => receiptState(receipt))
  }, [hear, receipt, isWaiting, isNowhere])

  // The answer of one server to one question; the signal may come back while the page is open.
  useEffect(() => {
    void ask()
    window.addEventListener('online', ask)
    return () => window.removeEventListener('online', ask)
  }, [ask])

  const { state, heardAt } = [rating, heard]
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
    isStuck: isWaiting && trouble !== null,
    isWithdrawn: rating?.step === 'withdrawn' || state?.state === 'withdrawn',
    score: (isWaiting ? rating?.score : undefined) ?? state?.score ?? rating?.score,
    ask,
    changeScore: (score: Score) =>
      rating ? changeScore(rating, score) : hear(() => sendRating({ fn: 'change_rating', args: { receipt, score } })),
    withdraw: () => (rating ? withdraw(rating) : hear(() => sendRating({ fn: 'withdraw_rating', args: { receipt } }))),
    rateReply: (score: Score) => hear(() => rateReply(receipt, score)),
  }
}

export type KnownReceipt = ReturnType<typeof useReceipt>
