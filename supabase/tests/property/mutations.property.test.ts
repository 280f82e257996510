import type { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mutations } from './mutations.ts'
import { failure, publicationProperty, seed } from './publication-property.ts'
import { openDatabase } from './replay.ts'

// A file of its own, so that a second core looks for the mutations while the first one plays the histories.
let db: PGlite
beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db.close())

test.each(Object.entries(mutations))('%s is found', { timeout: 900_000 }, async (_, mutation) => {
  // The mutation must fit the database as it is, or its own error would pass for what was found.
  await db.exec('begin')
  await db.exec(mutation).finally(() => db.exec('rollback'))
  const found = await fc.check(publicationProperty(db, mutation, []), { seed, numRuns: 600, endOnFailure: true })
  expect(found.failed).toBe(true)
  // How a fault shows itself is for whoever asks: to make it small takes longer than to find most of them.
  if (!process.env.SHOW_FAULTS) return
  const path = found.counterexamplePath ?? ''
  const small = await fc.check(publicationProperty(db, mutation, []), { seed, path, interruptAfterTimeLimit: 1500 })
  console.log(failure(small.failed ? small : found))
})
