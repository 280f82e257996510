/**
 * The commune that is attacked: one office, five counters, thirty procedures, in a database of the migrations. Whoever
 * rates goes through private.accept_rating, and every day ends in a release.
 */

import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'

/** Each with its share of the honest ratings that come without a code. */
export const counters = [
  { code: 'AAAAA1', kind: 'poster', channel: 'counter', share: 30 },
  { code: 'AAAAA2', kind: 'poster', channel: 'counter', share: 20 },
  { code: 'AAAAA3', kind: 'poster', channel: 'counter', share: 12 },
  { code: 'AAAAA4', kind: 'kiosk', channel: 'counter', share: 20 },
  { code: 'AAAAA5', kind: 'link', channel: 'online', share: 18 },
] as const
export type Counter = (typeof counters)[number]['code']

export const procedureCodes = Array.from({ length: 30 }, (_, i) => `1.${String(i + 1).padStart(6, '0')}`)
const fieldOf = (i: number) => `field-${i % 8}`

/** One request. `at` is when the server takes it, `made` when the face was tapped, in milliseconds. */
export type Request = {
  at: number
  made?: number
  score: number
  counter: Counter
  procedure: string | null
  visit: string | null
  device: string | null
  isHonest: boolean
  /** Sent once more with this id and receipt; else it has its own. */
  repeats?: number
  /** Whether somebody who signs in uses this device. */
  isStaff?: boolean
  /** Tapped at the paired kiosk of the hall, which signs it. */
  isOfKiosk?: boolean
}

/** The kiosk of the hall as it is paired with its counter, and the key that it holds. */
const kiosk = { id: '00000000-0000-7000-8000-000000000001', key: 'a5'.repeat(32) }

/** What the kiosk sends along (src/rate/kiosk/device.ts): its id and the HMAC over receipt, counter and score. */
function signedByKiosk(receipt: string, counter: Counter, score: number) {
  const mac = createHmac('sha256', Buffer.from(kiosk.key, 'hex')).update(['rating', receipt, counter, score].join('|'))
  return `${kiosk.id}.${mac.digest('hex')}`
}

const code = (n: number, length: number) => String(n).padStart(length, '0')

const communeSql = `
  insert into public.offices (code, name, kind, parent_code) values ('tinh', 'Tỉnh', 'tỉnh', null), ('xa', 'Xã', 'xã', 'tinh');
  insert into public.fields (code, name) select 'field-' || n, 'field-' || n from generate_series(0, 7) n;
  insert into public.procedures (code, name, field_code) values
    ${procedureCodes.map((procedure, i) => `('${procedure}', '${procedure}', '${fieldOf(i)}')`).join(', ')};
  insert into public.offerings (office_code, procedure_code) select 'xa', code from public.procedures where code like '1.0000__';
  insert into private.counters (code, office_code, name, channel, kind) values
    ${counters.map(c => `('${c.code}', 'xa', '${c.code}', '${c.channel}', '${c.kind}')`).join(', ')};
  insert into private.counter_devices (id, counter_code, office_code, kind, paired_on, paired_by)
    values ('${kiosk.id}', 'AAAAA4', 'xa', 'kiosk', '2026-12-01', 'truong@xa.example');
  -- Limits are drawn from a secret: of one that is always the same they are the same in every run.
  update private.excess_secret set secret = '20270104-0000-4000-8000-000000000001';
  insert into private.counter_device_keys (device_id, key) values ('${kiosk.id}', decode('${kiosk.key}', 'hex'));

  create function pg_temp.take(request jsonb) returns text language plpgsql as $$
  begin
    if request ->> 'visit' is not null then
      insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
      select private.short_hash(request ->> 'visit'), 'xa', request ->> 'procedure', 'counter', '2100-01-01'
      where (request ->> 'is_printed')::boolean on conflict do nothing;
    end if;
    return private.accept_rating((request -> 'body')::json, (request ->> 'at')::timestamptz) ->> 'state';
  exception when others then
    return sqlerrm;
  end $$;

  -- What anybody can read of the office.
  create function pg_temp.public_figures() returns text language sql as $$
    select md5(concat((select jsonb_agg(b order by b.number) from public.batches b), (select jsonb_agg(o order by o.code) from public.offices o),
      (select jsonb_agg(t order by t::text) from public.monthly_totals t), (select jsonb_agg(s order by s::text) from public.set_aside_totals s),
      (select jsonb_agg(s order by s.key) from public.settings s)))
  $$;

  create function pg_temp.play(requests jsonb, watched boolean) returns jsonb language plpgsql as $$
  declare
    v_request jsonb;
    v_said text[] := '{}';
    v_figures text := pg_temp.public_figures();
    v_seen integer := 0;
  begin
    for v_request in select * from jsonb_array_elements(requests) loop
      if v_request ? 'body' then
        v_said := v_said || pg_temp.take(v_request);
        if watched and pg_temp.public_figures() <> v_figures then
          v_seen := v_seen + 1;
        end if;
      else
        perform private.release_step((v_request ->> 'at')::timestamptz, interval '1 hour');
        v_figures := case when watched then pg_temp.public_figures() end;
      end if;
    end loop;
    return jsonb_build_object('said', to_jsonb(v_said), 'seen', v_seen);
  end $$;
`

export async function openCommune() {
  const migrations = new URL('../../supabase/migrations/', import.meta.url)
  const db = new PGlite({ extensions: { pgcrypto } })
  await db.exec('create role anon; create role authenticated; create role service_role')
  for (const file of readdirSync(migrations).sort()) await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  await db.exec(communeSql)
  return db
}

const hour = 3_600_000
const day = 24 * hour
/** Midnight in Việt Nam, of a Monday. */
export const start = Date.UTC(2027, 0, 3, 17)
/** The instant of a local day, counted from the first, and an hour of it. */
export const instantOf = (dayNumber: number, hours: number) => start + dayNumber * day + hours * hour
export const isWorkday = (dayNumber: number) => dayNumber % 7 < 5

function uuidV7(at: number, serial: number) {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${serial.toString(16).padStart(12, '0')}`
}

function callOf(request: Request, serial: number) {
  const { at, made = at, counter, visit, device, score, procedure, repeats = serial } = request
  const receipt = code(repeats, 12)
  const body = {
    id: uuidV7(made, repeats),
    receipt,
    score,
    rated_at: new Date(made).toISOString(),
    language: 'vi',
    ...(procedure !== null && { procedure }),
    ...(visit === null ? { counter } : { visit }),
    ...(device !== null && { device }),
    ...(request.isOfKiosk && { place: signedByKiosk(receipt, counter, score) }),
  }
  // A guessed code is one that nobody printed.
  return { at: new Date(at).toISOString(), body, visit, procedure, is_printed: !visit?.startsWith('G') }
}

type Sum = { n: number; satisfied: number }
export type Outcome = {
  /** The headline of the office as it is published, and of which ratings it is: 'visit' or 'all'. */
  headline: Sum & { evidence: string }
  /** Of whole batches: all, those of walk-ins alone, those of visits alone. */
  all: Sum
  walkIn: Sum
  visit: Sum
  /** What each request was answered, in the order in which they were given. */
  said: string[]
  /** Of the honest: how many are set aside in the end, and why. */
  lost: Record<string, number>
  honest: number
  /** After how many of the requests somebody could see a public figure that was another one. */
  seen: number
}

const figureSql = `select coalesce(sum(n), 0)::integer as n, coalesce(sum(score_4 + score_5), 0)::integer as satisfied
  from public.batches where voids is null`

/** Plays what people sent, with a release every morning, and those of three more months; leaves the database as it was. */
export async function play(db: PGlite, requests: Request[], rules = '', isWatched = false): Promise<Outcome> {
  const calls = requests.map((request, i) => ({ request, call: callOf(request, i + 1) }))
  const last = Math.ceil(Math.max(...requests.map(({ at }) => at - start)) / day)
  const mornings = [
    ...Array.from({ length: last + 1 }, (_, i) => i),
    ...[10, 20, 25, 28, 30, 42, 90].map(d => last + d),
  ]
  const releases = mornings.map(morning => ({ at: new Date(instantOf(morning, 8)).toISOString() }))
  const inOrder = [...calls.map(({ call }) => call), ...releases].toSorted((a, b) => a.at.localeCompare(b.at))
  await db.exec(`begin; ${rules}`)
  try {
    const { rows } = await db.query<{ told: { said: string[]; seen: number } }>('select pg_temp.play($1, $2) as told', [
      JSON.stringify(inOrder),
      isWatched,
    ])
    const sum = async (where: string) => (await db.query<Sum>(`${figureSql} ${where}`)).rows[0] as Sum
    const receipts = calls.flatMap(({ request, call }) => (request.isHonest ? call.body.receipt : []))
    const aside = await db.query<{ reason: string; n: number }>(
      `select set_aside as reason, count(*)::integer as n from private.ratings
       where set_aside is not null and receipt_hash in (select private.receipt_hash(r) from unnest($1::text[]) r) group by 1`,
      [receipts],
    )
    const headline = await db.query<Outcome['headline']>(
      "select n::integer, satisfied::integer, evidence from public.satisfaction('all', office => 'xa', headline => 'true')",
    )
    return {
      headline: headline.rows[0] ?? { n: 0, satisfied: 0, evidence: 'all' },
      all: await sum(''),
      walkIn: await sum(`and trust = 'walk_in'`),
      visit: await sum(`and trust = 'visit'`),
      said: rows[0]?.told.said ?? [],
      seen: rows[0]?.told.seen ?? 0,
      lost: Object.fromEntries(aside.rows.map(({ reason, n }) => [reason, n])),
      honest: receipts.length,
    }
  } finally {
    await db.exec('rollback')
  }
}
