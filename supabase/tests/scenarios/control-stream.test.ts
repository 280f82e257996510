// What is asked independently is a stream of its own: random histories are played with it and without it, and whatever anybody
// reads of what people said by themselves is the same after every release.

import type { PGlite } from '@electric-sql/pglite'
import { array, asyncProperty, constantFrom, assert as fcAssert, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../property/replay.ts'

let db: PGlite
beforeAll(async () => {
  db = await openDatabase()
}, 120_000)
afterAll(() => db.close())

const QUARTER = '2026-01-01'
const CLOSED = '2026-05-15'
const begin = Date.parse('2026-01-02T03:00:00Z')
const instant = (day: number) => new Date(begin + day * 86_400_000).toISOString()
const idOf = (day: number, n: number) => {
  const hex = (begin + day * 86_400_000).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`
}
const receiptOf = (n: number) => String(n).padStart(12, '0')
const codeOf = (n: number) => `C${String(n).padStart(9, '0')}`

const own = record({
  day: integer({ min: 0, max: 150 }),
  score: integer({ min: 1, max: 5 }),
  counter: constantFrom('AAAAA1', 'CCCCC1'),
})
const answer = record({
  day: integer({ min: 0, max: 130 }),
  score: constantFrom(1, 1, 1, 2, 4, 5),
  next: constantFrom('keep', 'keep', 'keep', 'correct', 'withdraw', 'detail'),
})
const history = record({
  own: array(own, { minLength: 20, maxLength: 45, size: 'max' }),
  answers: array(answer, { minLength: 50, maxLength: 75, size: 'max' }),
  // The last one is after the end of asking.
  releases: array(integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 3 }).map(days => [...days, 165]),
})
type History = typeof history extends { generate: (...args: never) => { value: infer T } } ? T : never

const anybody = `select jsonb_build_object(
  'totals', (select coalesce(jsonb_agg(to_jsonb(t) order by t.cell), '[]') from public.monthly_totals t),
  'batches', (select coalesce(jsonb_agg(to_jsonb(b) - array['number', 'hash', 'previous_hash', 'receipts_root'] order by number), '[]')
    from public.batches b where trust is distinct from 'control'),
  'answers', (select jsonb_agg(s) from unnest(array['all', 'office', 'trust', 'quarter']) k (kind)
    cross join lateral public.satisfaction(k.kind) s),
  'waiting', (select jsonb_object_agg(code, waiting) from public.offices),
  'set_aside', (select coalesce(jsonb_agg(s), '[]') from public.set_aside_totals s),
  'groups', (select coalesce(jsonb_agg(g.answers), '[]') from public.answer_groups g),
  'plan', (select jsonb_agg(p) from public.plan_figures('xa-1') p)) as seen`

const surveys = `select office_code, quarter::text, answered, n, satisfied, asked, answers from private.control_comparisons()`

type Survey = { answered: number | null; n: number | null; satisfied: number | null; answers: object | null }

/** Everything in the order of its day, and what anybody reads after each release. */
async function play({ own, answers, releases }: History, isAsked: boolean) {
  const acts = [
    ...own.map(({ day, score, counter }, n) => ({
      day,
      sql: 'select private.accept_rating($1, $2)',
      args: [
        JSON.stringify({ id: idOf(day, n), receipt: receiptOf(n), score, counter, device: `phone-of-person-${n}` }),
        instant(day),
      ],
    })),
    ...(isAsked ? answers : []).flatMap(({ day, score, next }, i) => {
      const [n, at] = [1000 + i, instant(day)]
      const body = { id: idOf(day, n), receipt: receiptOf(n), score, visit: codeOf(n) }
      const later = {
        keep: [],
        correct: ['select private.correct_rating($1, $2)', { score: 5 }],
        withdraw: ['select private.withdraw($1), $2::text', {}],
        detail: ['select private.add_rating_details($1), $2::text', { details: { praised: ['staff'], trips: '1' } }],
      }[next] as [] | [string, object]
      const [sql, change] = later
      return [
        { day, sql: 'select private.accept_rating($1, $2)', args: [JSON.stringify(body), at] },
        ...(sql ? [{ day, sql, args: [JSON.stringify({ receipt: receiptOf(n), ...change }), at] }] : []),
      ]
    }),
  ]
  const views: unknown[] = []
  const found: Survey[][] = []
  await db.exec(
    `begin; update public.settings set value = 'true' where key = 'illustrative'; update public.settings set value = '5' where key = 'min_batch'`,
  )
  try {
    if (isAsked)
      await db.exec(`
        insert into private.control_contacts (office_code, quarter, way, position, mark, channel, taken_by, organisation, code)
        select 'xa-1', '${QUARTER}', 'telephone', i, 'x', 'counter', 'hoi@example.org', 'Mặt trận', 'C' || lpad((1000 + i)::text, 9, '0')
        from generate_series(0, 79) i;
        insert into private.visit_codes (code_hash, office_code, channel, expires_on, control_of)
        select private.short_hash(c.code), 'xa-1', 'counter', '${CLOSED}', '${QUARTER}' from private.control_contacts c`)
    let done = 0
    const inOrder = acts.map((act, i) => ({ ...act, i })).sort((a, b) => a.day - b.day || a.i - b.i)
    for (const day of [...new Set(releases)].sort((a, b) => a - b)) {
      for (; done < inOrder.length && (inOrder[done]?.day ?? 0) < day; done++)
        await db.query(inOrder[done]?.sql ?? '', inOrder[done]?.args)
      await db.query(`select private.release_step($1, interval '1 hour')`, [instant(day)])
      views.push((await db.query<{ seen: unknown }>(anybody)).rows[0]?.seen)
      found.push((await db.query<Survey>(surveys)).rows)
    }
    return { views, found }
  } finally {
    await db.exec('rollback')
  }
}

test('what was asked moves nothing of what people said by themselves, and is told once, of fifty people', {
  timeout: 300_000,
}, async () => {
  const told = { figures: 0, none: 0 }
  await fcAssert(
    asyncProperty(history, async one => {
      const asked = await play(one, true)
      expect(asked.views).toEqual((await play(one, false)).views)
      const last = Math.max(...one.releases)
      const kept = one.answers.filter(({ next, day }) => next !== 'withdraw' && day < last)
      const satisfied = kept.filter(({ next, score }) => next === 'correct' || score >= 4).length
      for (const [i, rows] of asked.found.entries()) {
        // Once it is told it stays as it is.
        if (i > 0) expect(rows.slice(0, asked.found[i - 1]?.length)).toEqual(asked.found[i - 1])
        expect(rows.length).toBeLessThanOrEqual(1)
      }
      const [survey] = asked.found.at(-1) ?? []
      if (!survey) return
      told[survey.n === null ? 'none' : 'figures'] += 1
      if (kept.length >= 50 && satisfied >= 2) expect(survey).toMatchObject({ n: kept.length, satisfied })
      else expect(survey).toMatchObject({ n: null, satisfied: null, answered: null, answers: null })
      for (const [question, { of, answers }] of Object.entries(
        (survey.answers ?? {}) as Record<string, { of: number; answers: Record<string, number> }>,
      )) {
        expect(of, question).toBeGreaterThanOrEqual(20)
        for (const n of Object.values(answers)) expect(n, question).toBeGreaterThanOrEqual(3)
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 1000) / 50, seed: 20261130, endOnFailure: true },
  )
  expect(Math.min(told.figures, told.none)).toBeGreaterThan(0)
})
