// How surely an improvement is one: npx node bench/improvement.ts
//
// Offices whose true rate does not change, compared four times a year as the method page says, and read every day. Then offices
// that did improve, and how often it is seen.

import { chanceOfImproved, foundDaily, inAYear } from './improvement-odds.ts'

const levels = { '95 %': 1.959964, '99 %': 2.575829, '99.5 %': 2.807034 }
const rates = [0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995]
const sizes = [100, 130, 200, 300, 500, 1000]
const percent = (share: number) => (100 * share).toFixed(1).padStart(5)

console.log('Offices that are named wrongly at least once in a year, per cent, in the worst case')
console.log('of at least 100 ratings on both sides, and not ten times as many on one\n')
for (const [level, z] of Object.entries(levels)) {
  const all = sizes.flatMap(before =>
    sizes
      .filter(after => Math.max(before, after) <= 10 * Math.min(before, after))
      .flatMap(after =>
        rates.map(rate => ({ before, after, rate, wrong: inAYear(chanceOfImproved(before, after, rate, rate, z)) })),
      ),
  )
  const worst = all.reduce((a, b) => (b.wrong > a.wrong ? b : a))
  const usual = inAYear(chanceOfImproved(500, 500, 0.9, 0.9, z))
  console.log(
    `${level.padEnd(7)} ${percent(worst.wrong)} (${worst.before} before, ${worst.after} after, rate ${worst.rate}); 500 and 500 at 0.9: ${percent(usual)}`,
  )
}

console.log('\nThe same, were the last 90 days looked at every day: 5 ratings a day at a rate of 0.9\n')
for (const [level, z] of Object.entries(levels))
  console.log(`${level.padEnd(7)} ${percent(foundDaily(5, 0.9, z, 400))}`)

console.log('\nQuarters in which a true improvement is seen, per cent, at 99.5 %\n')
for (const n of [100, 200, 500, 1000]) {
  const seen = [
    [0.8, 0.85],
    [0.8, 0.9],
    [0.85, 0.95],
    [0.6, 0.8],
  ].map(([from = 0, to = 0]) => `${from} to ${to}: ${percent(chanceOfImproved(n, n, from, to, levels['99.5 %']))}`)
  console.log(`${String(n).padStart(5)} ratings | ${seen.join(' | ')}`)
}
