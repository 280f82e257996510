import type { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ladder } from './ladder-rules.ts'
import { failure, publicationProperty, seed } from './publication-property.ts'
import type { Seen } from './publication-rules.ts'
import { openDatabase } from './replay.ts'

const runs = Number(process.env.RUNS ?? 1000)

let db: PGlite
beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db.close())

const sumOf = (seen: Seen[], what: (s: Seen) => number) => seen.reduce((sum, s) => sum + what(s), 0)

/** How often each value came, as '0: 12, 1: 40'. */
const spread = (values: number[]) =>
  Object.entries(Object.groupBy(values, String))
    .map(([value, all]) => `${value}: ${all?.length}`)
    .join(', ')

function report(seen: Seen[], seconds: number) {
  console.log(`${seen.length} histories in ${seconds.toFixed()} s of one core, SEED=${seed}, RUNS=${runs}
    batches in a history   ${spread(seen.map(s => s.batches))}
    releases in a history  ${spread(seen.map(s => s.releases))}
    batches by rung (days) ${spread(seen.flatMap(s => s.rungs))}
    rows answered ${sumOf(seen, s => s.answers)}, voids ${sumOf(seen, s => s.voided)}, groups of answers ${sumOf(seen, s => s.groups)}, came too late ${sumOf(seen, s => s.late)}`)
}

test('whatever happens, what anyone can read tells no fewer than k people apart', { timeout: 1_800_000 }, async () => {
  const seen: Seen[] = []
  const start = process.cpuUsage()
  const details = await fc.check(publicationProperty(db, '', seen), { seed, numRuns: runs })
  const { user, system } = process.cpuUsage(start)
  report(seen, (user + system) / 1e6)
  expect(details.failed, failure(details)).toBe(false)

  // A property that met nothing would hold as well.
  const met = new Set(seen.flatMap(s => s.rungs))
  expect(ladder.map(rung => rung.days).filter(days => runs >= 1000 && !met.has(days))).toEqual([])
  expect(seen.filter(s => s.batches >= 3).length).toBeGreaterThanOrEqual(runs / 4)
  expect(sumOf(seen, s => s.groups)).toBeGreaterThanOrEqual(Math.floor(runs / 50))
  expect(seen.filter(s => s.voided > 0 && s.late > 0).length).toBeGreaterThanOrEqual(Math.floor(runs / 100))
})
