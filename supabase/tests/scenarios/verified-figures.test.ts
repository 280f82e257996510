// What the page of open data recomputes from the ledger is what the database answers: with visits alone where there are enough of
// them, with everything where there are not, with ratings that were asked for, and after a batch was voided.

import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LEAST_PROVEN } from '../../../src/lib/figures/figure.ts'
import { differencesOf, type PublishedSums } from '../../../src/lib/figures/verify-ledger.ts'
import { openDatabase } from '../property/replay.ts'

let db: PGlite
beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db.close())

type Trust = 'visit' | 'walk_in' | 'on_site' | 'control' | null
type Batch = { office: string; trust: Trust; month: number; good: number; bad: number }

async function published(batches: Batch[], voided: number[]) {
  // Histories are played with fewer.
  await db.exec(
    `begin; create or replace function private.least_proven() returns integer language sql immutable as 'select ${LEAST_PROVEN}'`,
  )
  try {
    for (const [i, { office, trust, month, good, bad }] of batches.entries()) {
      const day = `2026-0${month}-03`
      await db.query(
        `select private.append_batch(($1::integer, $2::text, null, null, null, $3::public.trust, $4::date, $5::integer, $6::integer, 0, 0, $7::integer, 0,
          null, null, null, $4::date, null, null, null)::public.batches)`,
        [i + 1, office, trust, day, good + bad, bad, good],
      )
    }
    await db.exec('select private.add_to_totals(1)')
    for (const number of voided) await db.query(`select private.void_batch($1, 'Nhập thử')`, [number])
    const { rows } = await db.query<{ row: Record<string, unknown> }>(
      'select to_jsonb(b) as row from public.batches b order by b.number',
    )
    const ledger = rows.map(({ row }) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, `${v ?? ''}`])))
    const sums = async (by: keyof PublishedSums) =>
      (
        await db.query<{ row: PublishedSums['all'][number] }>(
          'select to_jsonb(s) as row from public.satisfaction($1) s',
          [by],
        )
      ).rows.map(({ row }) => row)
    return { ledger, figures: { all: await sums('all'), office: await sums('office'), month: await sums('month') } }
  } finally {
    await db.exec('rollback')
  }
}

const few: Batch[] = [
  { office: 'xa-1', trust: 'visit', month: 3, good: 20, bad: 2 },
  { office: 'xa-1', trust: 'walk_in', month: 3, good: 5, bad: 40 },
  { office: 'xa-2', trust: null, month: 4, good: 70, bad: 0 },
]
const many: Batch[] = [
  ...few,
  { office: 'xa-1', trust: 'visit', month: 5, good: 30, bad: 8 },
  { office: 'xa-1', trust: 'control', month: 5, good: 30, bad: 30 },
  { office: 'xa-2', trust: 'visit', month: 5, good: 49, bad: 0 },
  { office: 'xa-2', trust: 'on_site', month: 6, good: 9, bad: 9 },
]

test('the figures that the database publishes follow from the ledger, whatever they count', async () => {
  const seen = new Set<string>()
  for (const [batches, voided] of [
    [few, []],
    [many, []],
    [many, [4]],
    [many, [1, 3]],
  ] as [Batch[], number[]][]) {
    const { ledger, figures } = await published(batches, voided)
    expect(differencesOf(ledger, figures, [])).toEqual([])
    for (const { verdict } of figures.office) seen.add(verdict === 'unproven' ? 'all' : 'visit')
    const [all] = figures.all
    if (!all) throw new Error('nothing is published')
    const changed = (row: Partial<typeof all>) =>
      differencesOf(ledger, { ...figures, all: [{ ...all, ...row }] }, []).map(({ by, field }) => `${by} ${field}`)
    expect(changed({ n: all.n + 1 })).toEqual(['all n'])
    expect(changed({ n_proven: (all.n_proven ?? 0) + 1 })).toEqual(['all n_proven'])
    expect(changed({ n_published: (all.n_published ?? 0) + 1 })).toEqual(['all n_published'])
    expect(changed({ verdict: all.verdict === 'unproven' ? 'undecided' : 'unproven' })).toEqual(['all verdict'])
  }
  expect([...seen].sort()).toEqual(['all', 'visit'])
})
