import type { Target } from './target.ts'

/** How bad it would be if it got through. */
export type Severity = 'critical' | 'high' | 'medium' | 'low'

/**
 * held: refused, or to no use. broke: it got through. open: it works, as docs/threat-model.md says, and `said` gives the
 * price. skipped: it could not be tried on this machine.
 */
export type Outcome = { result: 'held' | 'broke' | 'open' | 'skipped'; said: string }

export type Attack = {
  name: string
  severity: Severity
  /** What is tried, in a few words. */
  tried: string
  /** It ends or chokes its server, or moves the day for everybody: it gets one that no other attack uses. */
  isAlone?: true
  /** Takes longer than `npm test` has: run by `npm run test:attack` alone. */
  isLong?: true
  /** It is known to work, and docs/threat-model.md says so. */
  isKnown?: true
  attempt: (target: Target) => Promise<Outcome>
}

/** `isHeld` decides; `said` tells what was seen, either way. */
export const outcome = (isHeld: boolean, said: string): Outcome => ({ result: isHeld ? 'held' : 'broke', said })
export const open = (said: string): Outcome => ({ result: 'open', said })
export const skipped = (said: string): Outcome => ({ result: 'skipped', said })

/** Of several ways to the same end, those that worked. */
export const allHeld = (worked: string[], tried: number): Outcome =>
  outcome(worked.length === 0, worked.length === 0 ? `none of ${tried} worked` : `worked: ${worked.join('; ')}`)
