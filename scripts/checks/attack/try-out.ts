// Makes attacks, on servers that are started for them.

import type { Attack, Outcome } from './attack.ts'
import type { Guard } from './guard.ts'
import { Target } from './target.ts'

/** failed: the attack itself did not work, so that nothing is known. */
export type Tried = { attack: Attack; result: Outcome['result'] | 'failed'; said: string; seconds: number }

export async function tryOn(target: Target, attack: Attack): Promise<Tried> {
  const start = performance.now()
  const done = (result: Tried['result'], said: string) => ({
    attack,
    result,
    said,
    seconds: (performance.now() - start) / 1000,
  })
  try {
    const { result, said } = await attack.attempt(target)
    // Only of those that the threat model names it is said beforehand that they work.
    return done(result === 'open' && !attack.isKnown ? 'broke' : result, said)
  } catch (error) {
    return done('failed', error instanceof Error ? error.message : String(error))
  }
}

/** One attack on a server of its own, without one guard if one is named. */
export async function tryAlone(attack: Attack, guard?: Guard) {
  const target = await Target.start(guard)
  try {
    return await tryOn(target, attack)
  } finally {
    await target.end('SIGKILL')
  }
}

/** Attacks one after the other, on one server as far as they bear it. */
export async function* tryAll(attacks: Attack[]) {
  const together = attacks.filter(({ isAlone }) => !isAlone)
  const target = together.length > 0 ? await Target.start() : undefined
  try {
    for (const attack of together) if (target) yield await tryOn(target, attack)
  } finally {
    await target?.end()
  }
  for (const attack of attacks) if (attack.isAlone) yield await tryAlone(attack)
}
