// The real database in a process of its own, with a clock that a simulation sets. Seeds share it: each is rolled back.

import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { provinceSql } from '../../../../supabase/tests/property/sample-province.ts'

const migrations = new URL('../../../../supabase/migrations/', import.meta.url)

/** The smallest batch while ratings are made up: so that few people make some. */
export const LEAST = 5

/** Every function goes by the clock of the simulation; a release does one office in a step, so that it can be interrupted. */
const clock = `
create schema simulation;
create function simulation.now() returns timestamptz language sql stable as $$ select current_setting('simulation.now')::timestamptz $$;
do $$ declare
  v_function oid;
begin
  for v_function in
    select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private') and p.prosrc ~ '\\mnow\\(\\)'
  loop
    execute replace(regexp_replace(pg_get_functiondef(v_function), '\\mnow\\(\\)', 'simulation.now()', 'g'),
      $q$interval '5 seconds'$q$, $q$interval '-1 second'$q$);
  end loop;
end $$;
grant usage on schema simulation to anon;`

/** A call as PostgREST makes one: as anon, all of it or nothing. isKilled: the server dies before it has committed. */
const caller = `
create function simulation.call(fn text, body text, at text, is_killed boolean) returns jsonb language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('simulation.now', at, true), set_config('response.status', '', true);
  perform set_config('role', 'anon', true);
  execute format(case when fn in ('receipt_state', 'receipt_proof') then 'select public.%I($1::jsonb ->> 0)' else 'select public.%I($1::json)' end, fn)
    into v_answer using body;
  perform set_config('role', 'none', true);
  if is_killed then
    raise exception using errcode = '57P01', message = 'killed';
  end if;
  return jsonb_build_object('status', coalesce(nullif(current_setting('response.status', true), ''), '200')::integer, 'body', v_answer);
exception when others then
  return jsonb_build_object('sqlstate', sqlstate, 'message', sqlerrm);
end $$;

create function simulation.release(at text, is_killed boolean) returns jsonb language plpgsql as $$
begin
  perform set_config('simulation.now', at, true);
  perform private.release_when_due();
  if is_killed then
    raise exception using errcode = '57P01', message = 'killed';
  end if;
  return jsonb_build_object('last', private.setting('last_release_on'));
exception when others then
  return jsonb_build_object('sqlstate', sqlstate, 'message', sqlerrm);
end $$;

create function simulation.texts(entry jsonb) returns jsonb language sql as $$
  select jsonb_object_agg(key, coalesce(value, '')) from jsonb_each_text(entry)
$$;

create function simulation.ledger() returns jsonb language sql as $$
  select jsonb_build_object(
    'batches', (select coalesce(jsonb_agg(simulation.texts(to_jsonb(b)) order by b.number), '[]') from public.batches b),
    'others', (select coalesce(jsonb_agg(o), '[]') from (
      select simulation.texts(to_jsonb(c)) from public.rule_changes c union all
      select simulation.texts(to_jsonb(g)) from public.answer_groups g) x (o)),
    'checkpoints', (select coalesce(jsonb_agg(to_jsonb(c) order by c.size), '[]') from public.checkpoints c))
$$;

create function simulation.state(at text) returns jsonb language sql as $$
  select set_config('simulation.now', at, true);
  select simulation.ledger() || jsonb_build_object(
    'ratings', (select coalesce(jsonb_agg(jsonb_build_object('receipt', receipt_hash, 'score', score, 'aside', set_aside,
      'batch', batch_number, 'details', details)), '[]') from private.ratings),
    'published', jsonb_build_object(
      'all', (select coalesce(jsonb_agg(s), '[]') from public.satisfaction('all') s),
      'office', (select coalesce(jsonb_agg(s), '[]') from public.satisfaction('office') s),
      'month', (select coalesce(jsonb_agg(s), '[]') from public.satisfaction('month') s)),
    'midway', (select count(*) from private.release_run))
$$;`

export async function openDatabase() {
  const db = new PGlite({ extensions: { pgcrypto } })
  await db.exec('create role anon; create role authenticated; create role service_role')
  for (const file of readdirSync(migrations).sort()) await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  await db.exec(`${provinceSql} ${clock} ${caller}
    select set_config('simulation.now', '2027-02-28', false);
    select public.set_ledger_key('simulation.example/ledger', 'MCowBQYDK2VwAyEAMCowBQYDK2VwAyEAMCowBQYDK2U=');
    update public.settings set value = 'true' where key = 'illustrative';
    update public.settings set value = '${LEAST}' where key = 'min_batch';`)
  return db
}

/** A receipt as the database keeps it. */
export async function hashesOf(db: PGlite, receipts: string[]) {
  const { rows } = await db.query<{ receipt: string; hash: string }>(
    'select receipt, private.receipt_hash(receipt)::text as hash from unnest($1::text[]) receipt',
    [receipts],
  )
  return new Map(rows.map(({ receipt, hash }) => [hash, receipt]))
}

/** Runs one history, after breaking something if asked to, and leaves the database as it was. */
export async function inTransaction<T>(db: PGlite, broken: string, work: () => Promise<T>): Promise<T> {
  await db.exec(`begin; ${broken}`)
  try {
    return await work()
  } finally {
    await db.exec('rollback')
  }
}

/** One value of one row. */
export async function ask<T>(db: PGlite, expression: string, values: unknown[]): Promise<T> {
  const { rows } = await db.query<{ value: T }>(`select ${expression} as value`, values)
  return rows[0]?.value as T
}
