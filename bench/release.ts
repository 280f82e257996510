import type { Sql } from './sample-province.ts'

/**
 * Fills the waiting room and releases it in one go: Zipf-like procedures, three channels, two kinds of trust, details
 * on 40 %. Storage is that of the ratings table with its indexes, while they wait.
 */
export async function release(sql: Sql, ratings: number): Promise<[string, string, string][]> {
  await sql`truncate private.ratings`
  await sql`
    insert into private.ratings (id, receipt_hash, received_at, rated_at, sender, score, channel, trust,
      office_code, procedure_code, counter_code, details)
    select overlay(gen_random_uuid()::text placing left(private.first_uuid_v7(now() - interval '3 days'
        + i * interval '0.2 s')::text, 15) from 1)::uuid, gen_random_uuid(),
      now() - interval '3 days' + i * interval '0.2 s', now() - interval '1 day', (random() * 1e18)::bigint,
      1 + floor(5 * random() ^ 0.3), (array['counter', 'online', 'postal']::service_channel[])[1 + floor(3 * random() ^ 2)],
      (array['visit', 'walk_in']::trust[])[1 + floor(2 * random())], 'office-' || 1 + floor(102 * random() ^ 1.5),
      '1.' || lpad((1 + floor(60 * random() ^ 2))::text, 6, '0'), '000001',
      case when random() < 0.4 then '{"praised": ["staff"], "outcome": "received", "timeliness": "on_time"}'::jsonb end
    from generate_series(1, ${ratings}::integer) i`
  await sql`vacuum analyze private.ratings`
  const [size] = await sql`select pg_total_relation_size('private.ratings')::float8 / ${ratings} as bytes`
  const start = performance.now()
  await sql`select private.release_step(now() + interval '4 days', interval '1 hour')`
  const seconds = (performance.now() - start) / 1000
  const [left] = await sql`
    select count(*)::integer as n from private.ratings where batch_number is null and set_aside is null`
  const released = ratings - (left?.n ?? 0)
  return [
    ['storage, a waiting rating with its indexes', `${Math.round(size?.bytes)} bytes`, '<= 250 bytes'],
    [`release of ${released.toLocaleString('en')} ratings`, `${seconds.toFixed(1)} s`, '<= 15 s for 1,000,000'],
  ]
}
