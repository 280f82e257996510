import { percentile, type Sql } from './sample-province.ts'

const questions = 400

/**
 * Publishes so many ratings over 36 months, in batches of 10 to 40, and asks random questions: every `by`, every
 * combination of filters. Answers with the p95 in milliseconds.
 */
export async function askQuestions(sql: Sql, published: number) {
  await sql`
    insert into batches (number, office_code, procedure_code, field_code, channel, trust, released_on, n, score_1, score_2, score_3, score_4, score_5,
      details, voids, reason, recorded_on, previous_hash, hash)
    select i, 'office-' || 1 + floor(102 * random()), case when r < 0.5 then p.code end,
      case when r < 0.8 then p.field_code end, case when r < 0.95 then 'counter' end::service_channel,
      case when random() < 0.5 then 'visit' when random() < 0.5 then 'walk_in' end::trust,
      date '2024-01-01' + (36 * 30 * random())::integer, 25, 1, 1, 2, 11, 10,
      '{"praised.staff": 8, "improve.procedure": 3, "outcome.received": 20}', null, null, current_date, '', i::text
    from generate_series(1, ${Math.round(published / 25)}::integer) i
      cross join lateral (select random() + i * 0 as r) luck
      join procedures p on p.code = '1.' || lpad((1 + i % 60)::text, 6, '0')`
  await sql`select private.add_to_totals(1)`
  await sql`vacuum analyze monthly_totals`
  const times: number[] = []
  const some = <T>(values: T[]) =>
    Math.random() < 0.35 ? (values[Math.floor(Math.random() * values.length)] ?? null) : null
  const all = ['all', 'office', 'procedure', 'field', 'channel', 'trust', 'month', 'quarter', 'year', 'factor']
  for (let i = 0; i < questions; i++) {
    const by = all[i % all.length] ?? 'all'
    const start = performance.now()
    await sql`select * from satisfaction(${by}, ${some(['province', 'office-7', 'office-90'])},
      ${some(['1.000001', '1.000033'])}, ${some(['field-2'])}, ${some(['counter'])}, ${some(['visit', 'walk_in'])},
      ${some(['2025-01-01', '2026-03-01'])}, ${some(['2026-06-01'])})`
    if (i >= all.length) times.push(performance.now() - start)
  }
  return percentile(times, 0.95)
}
