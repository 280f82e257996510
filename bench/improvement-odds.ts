import { seeded } from '../scripts/demo/random.ts'

/** One interval of the difference of two shares: Newcombe 1998, method 10, from Wilson's at z. The lower end alone. */
export function lowOfDifference([s1, n1]: Counts, [s2, n2]: Counts, z: number) {
  const [before, after] = [wilson(s1, n1, z), wilson(s2, n2, z)]
  return after.rate - before.rate - Math.hypot(after.rate - after.low, before.high - before.rate)
}
type Counts = [satisfied: number, n: number]

/** Wilson 1927. */
function wilson(satisfied: number, n: number, z: number) {
  const rate = satisfied / n
  const half = z * Math.sqrt((rate * (1 - rate) + (z * z) / (4 * n)) / n)
  const middle = rate + (z * z) / (2 * n)
  const end = (edge: number) => edge / (1 + (z * z) / n)
  return { rate, low: satisfied === 0 ? 0 : end(middle - half), high: satisfied === n ? 1 : end(middle + half) }
}

/** The chances of 0 to n satisfied. */
function binomial(n: number, rate: number) {
  const logs = [0]
  for (let k = 1; k <= n; k += 1) logs.push((logs[k - 1] as number) + Math.log(k))
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(
      (logs[n] as number) -
        (logs[k] as number) -
        (logs[n - k] as number) +
        k * Math.log(rate) +
        (n - k) * Math.log(1 - rate),
    ),
  )
}

/** How often one comparison calls an improvement, with these rates: every outcome with its chance, nothing drawn. */
export function chanceOfImproved(nBefore: number, n: number, rateBefore: number, rate: number, z: number) {
  const before = binomial(nBefore, rateBefore)
  const upTo = [0]
  for (const chance of before) upTo.push((upTo.at(-1) as number) + chance)
  let most = 0
  return binomial(n, rate).reduce((sum, chance, satisfied) => {
    // The more are satisfied after, the more may have been before.
    while (most <= nBefore && lowOfDifference([most, nBefore], [satisfied, n], z) > 0) most += 1
    return sum + chance * (upTo[most] as number)
  }, 0)
}

/** Once at least in the four comparisons of a year, which are of other people. */
export const inAYear = (chance: number) => 1 - (1 - chance) ** 4

/**
 * The share of offices that are told to have improved on some day of a year, when somebody looks every day at the last 90 days
 * beside the same a year before. `perDay` people answer, and the rate never changes.
 */
export function foundDaily(perDay: number, rate: number, z: number, offices: number) {
  const random = seeded(`daily ${perDay} ${rate}`)
  let found = 0
  for (let office = 0; office < offices; office += 1) {
    const satisfied = [0]
    for (let day = 0; day < 820; day += 1) {
      let today = 0
      for (let i = 0; i < perDay; i += 1) today += Number(random.chance(rate))
      satisfied.push((satisfied.at(-1) as number) + today)
    }
    const window = (end: number): Counts => [(satisfied[end] as number) - (satisfied[end - 90] as number), 90 * perDay]
    found += Number(
      Array.from({ length: 365 }, (_, day) => 455 + day).some(
        day => lowOfDifference(window(day - 365), window(day), z) > 0,
      ),
    )
  }
  return found / offices
}
