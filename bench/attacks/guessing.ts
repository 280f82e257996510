/** How long somebody guesses until a code lets them in. */

import type { Random } from '../../scripts/demo/random.ts'

const YEAR = 365.25 * 86_400

/** The chance that one of so many tries meets one of the codes that are live, of so many bits. */
export const chanceOfHit = (tries: number, live: number, bits: number) =>
  -Math.expm1(tries * Math.log1p(-live / 2 ** bits))

/** Years until the first hit, on average, at so many tries a second. */
export const yearsToHit = (aSecond: number, live: number, bits: number) => 2 ** bits / live / aSecond / YEAR

/** Tries until the first hit where codes have so few bits that it can be waited for: the mean of so many guessers. */
export function triesToHit(live: number, bits: number, guessers: number, random: Random) {
  const codes = new Set<number>()
  while (codes.size < live) codes.add(Math.floor(random.next() * 2 ** bits))
  let tries = 0
  for (let i = 0; i < guessers; i++) {
    do tries++
    while (!codes.has(Math.floor(random.next() * 2 ** bits)))
  }
  return tries / guessers
}
