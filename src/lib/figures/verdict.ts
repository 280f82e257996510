import type { Figure, Verdict } from './figure'

/** As many ratings that lie at the target does the bet begin with. */
const PRIOR = 30
/** What the bet must have multiplied its stake by: a hundred to one. */
const STAKES = 100

/** ln Γ(x) less ln √2π, by Stirling's series seven steps up; x is at least 0.3. */
function logGamma(x: number) {
  const z = x + 7
  const series = (1 - (1 / 30 - 1 / (105 * z * z)) / (z * z)) / (12 * z)
  return (z - 0.5) * Math.log(z) - z + series - Math.log(x * (x + 1) * (x + 2) * (x + 3) * (x + 4) * (x + 5) * (x + 6))
}

/**
 * The natural logarithm of what a bet against "the rate is exactly the target" has made of 1, as the database computes it
 * (private.verdict_evidence): a beta-binomial mixture over the binomial at the target (Robbins 1970; Howard, Ramdas,
 * McAuliffe and Sekhon 2021). At a rate of exactly the target it passes ln 100 at any time at most once in a hundred.
 */
export function verdictEvidence(satisfied: number, n: number, targetPercent: number) {
  const target = targetPercent / 100
  const [met, missed] = [PRIOR * target, PRIOR * (1 - target)]
  const beta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)
  const chance = satisfied * Math.log(target) + (n - satisfied) * Math.log(1 - target)
  return beta(met + satisfied, missed + n - satisfied) - beta(met, missed) - chance
}

/** The same verdict as private.verdict: supabase/tests/fixtures/verdicts.json holds the two together. */
export function verdictOf(satisfied: number, n: number, targetPercent: number): Verdict {
  if (verdictEvidence(satisfied, n, targetPercent) < Math.log(STAKES)) return 'undecided'
  return 100 * satisfied > targetPercent * n ? 'met' : 'not_met'
}

/**
 * On which side of the target the drawn interval lies whole while the verdict is still open: read once, it would be
 * enough; read every day, it is not yet.
 */
export function leaning({ low, high, verdict }: Pick<Figure, 'low' | 'high' | 'verdict'>, targetPercent: number) {
  if (verdict !== 'undecided') return undefined
  const target = targetPercent / 100
  return low > target ? 'above' : high < target ? 'below' : undefined
}
