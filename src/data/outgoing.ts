import type { FeedbackCall } from './feedback/calls'
import type { Problem } from './problem'

/** What waits of one petition on this device. */
export type OutgoingState = {
  isWaiting: boolean
  /** Why it could not be sent yet. */
  problem: Problem | undefined
  /** The key of the refusal with which its last call ended. */
  refused: string | undefined
}

/** The device's outbox of petitions, as their pages see it. */
export type Outgoing = {
  ready: Promise<void>
  /** Stores the call first, then sends it; resolves when it is stored. */
  send: (code: string, call: FeedbackCall) => Promise<void>
  stateOf: (code: string) => Promise<OutgoingState>
  /** Forgets a refusal that the person has read. */
  forget: (code: string) => Promise<void>
  subscribe: (listener: () => void) => () => void
  wake: () => void
}

const connected: { outgoing?: Outgoing } = {}
let connect: () => void
const isConnected = new Promise<void>(resolve => {
  connect = resolve
})

/** The app puts its outbox here when it starts. */
export function connectOutgoing(outgoing: Outgoing) {
  connected.outgoing = outgoing
  connect()
}

/** For the loaders of pages that send: the outbox comes in a file of its own, and tells then what earlier pages left. */
export async function outgoingReady() {
  await isConnected
  await outgoing().ready
}

export function outgoing(): Outgoing {
  if (!connected.outgoing) throw new Error('the app has not connected its outbox')
  return connected.outgoing
}
