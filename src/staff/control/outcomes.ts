import { useEffect, useEffectEvent, useState } from 'react'
import { recordOutcome } from '../../data/control/asking'
import { type Problem, toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { useDomEvent } from '../../ui/use-dom-event'

export type Outcome = 'not_reached' | 'refused' | 'open'
/** What was noted and not sent yet, by contact. */
type Waiting = Record<string, Outcome>

/** Under this name the browser stores it: at a door there may be no signal for hours. */
const STORED = 'control-outcomes'

function load(): Waiting {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '{}') as Waiting
  } catch {
    return {}
  }
}

function store(waiting: Waiting) {
  try {
    localStorage.setItem(STORED, JSON.stringify(waiting))
  } catch {
    // Without storage it waits until the page is closed.
  }
}

/**
 * What became of asking: stored first, then sent, and sent again when there is a signal. Saying it again changes nothing on the
 * server, so a lost answer does no harm. What is refused is told and forgotten.
 */
export function useOutcomes() {
  const [waiting, setWaiting] = useState(load)
  const [problem, setProblem] = useState<Problem | null>(null)

  const forget = (contact: string, sent: Outcome) => {
    const left = load()
    // Something else was noted while this was on its way.
    if (left[contact] !== sent) return
    delete left[contact]
    store(left)
    setWaiting(left)
  }
  const send = async (contact: string, outcome: Outcome) => {
    try {
      await recordOutcome({ contact, outcome })
    } catch (error) {
      const why = toProblem(error)
      // Whoever signs in again sends it then.
      if (!why.isRefusal || why.status === 401) return false
      setProblem(why)
    }
    forget(contact, outcome)
    await queryClient.invalidateQueries()
    return true
  }
  const sendAll = async () => {
    for (const [contact, outcome] of Object.entries(load())) if (!(await send(contact, outcome))) return
  }
  useDomEvent('online', () => void sendAll())
  const begin = useEffectEvent(() => void sendAll())
  // What an earlier visit of the page left.
  useEffect(() => begin(), [])

  const note = async (contact: string, outcome: Outcome) => {
    setProblem(null)
    const next = { ...load(), [contact]: outcome }
    store(next)
    setWaiting(next)
    await send(contact, outcome)
  }
  return { waiting, problem, note, sendAll }
}
