/** Plays a history in the database, in one round trip, and tells what each call was answered and what `anon` saw. */
import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import type { History } from './arbitraries.ts'
import { callsOf, toRequest } from './calls.ts'
import { LEAST_PROVEN, type PublicView } from './public-view.ts'
import { provinceSql } from './sample-province.ts'

export type Told = {
  /** The state of the rating, `released`, `voided`, or the key of the refusal. */
  said: string
  /** False when `anon` could see something of what citizens did since the last release. */
  quiet?: boolean
  view?: PublicView
  /** Ratings that entered a batch in this call: the hash of the receipt, and the batch. */
  joined?: [string, number | null][]
  /** Whether the release came to its end. */
  done?: boolean
  /** The last office a release that stopped early came to. */
  through?: string | null
  number?: number
}

const migrations = new URL('../../migrations/', import.meta.url)

// `anon` is put on and taken off by set_config, so that what it may not read fails here as it would in the API.
const replaySql = `
create temp table joined (receipt_hash uuid, number integer);
create function pg_temp.note_batch() returns trigger language plpgsql as $$
begin
  insert into pg_temp.joined values (new.receipt_hash, new.batch_number);
  return null;
end $$;
create trigger note_entry after insert on private.ratings for each row
  when (new.batch_number is not null) execute function pg_temp.note_batch();
create trigger note_change after update on private.ratings for each row
  when (old.batch_number is distinct from new.batch_number) execute function pg_temp.note_batch();

create function pg_temp.public_view(questions jsonb, with_list boolean) returns jsonb language plpgsql as $$
declare
  v_view jsonb;
begin
  perform set_config('role', 'anon', true);
  select jsonb_build_object(
    'batches', (select coalesce(jsonb_agg(b order by b.number), '[]') from public.batches b),
    'groups', (select coalesce(jsonb_agg(g order by g.position), '[]') from public.answer_groups g),
    'totals', (select coalesce(jsonb_agg(t), '[]') from (
      select month, office_code, procedure_code, field_code, channel, trust, n, score_1, score_2, score_3, score_4, score_5
      from public.monthly_totals order by month, office_code, procedure_code, field_code, channel, trust) t),
    'waiting', (select jsonb_object_agg(code, waiting) from public.offices),
    'set_aside', (select coalesce(jsonb_agg(s order by office_code, quarter, reason), '[]') from public.set_aside_totals s),
    'settings', (select jsonb_object_agg(key, value) from public.settings),
    'answers', (select coalesce(jsonb_agg((select coalesce(jsonb_agg(s), '[]') from public.satisfaction(q."by", q.office,
        q.procedure, q.field, q.channel, q.trust, q.from_month, q.to_month, 'false', q.headline) s) order by i), '[]')
      from rows from (jsonb_to_recordset(questions) as ("by" text, office text, procedure text, field text,
        channel text, trust text, from_month text, to_month text, headline text)) with ordinality
        as q ("by", office, procedure, field, channel, trust, from_month, to_month, headline, i)),
    -- What else tells of ratings, for the first few questions: each is asked in every release.
    'others', (select coalesce(jsonb_agg(jsonb_build_object(
        'said', (select coalesce(jsonb_object_agg(question || '.' || answer, n), '{}') from public.answers(q.office,
          q.procedure, q.field, q.channel, q.trust, q.from_month, q.to_month, 'false', q.headline)),
        'rated', (select rated from public.coverage('all', q.office, null, null, q.from_month, q.to_month, 'false', q.headline)),
        'badge', case when q.office is not null then public.satisfaction_badge(q.office) end,
        'plan', (select coalesce(jsonb_object_agg(period, jsonb_build_array(part, whole)), '{}') from public.plan_figures(q.office)
          where indicator_code = 'satisfied-online'),
        'card', public.share_card(q.office, q.procedure)) order by i), '[]')
      from rows from (jsonb_to_recordset(jsonb_path_query_array(questions, '$[0 to 2]')) as (office text, procedure text,
        field text, channel text, trust text, from_month text, to_month text, headline text)) with ordinality
        as q (office, procedure, field, channel, trust, from_month, to_month, headline, i)),
    'files', jsonb_build_array(public.open_json('batches'), public.open_json('monthly_totals'),
      public.open_json('corrections'), public.open_json('set_aside_totals'), public.open_json('offices'),
      public.open_json('group_answers'), public.open_json('answer_groups')),
    -- Half of the time of a view: once a history is enough, and once more when nothing may have changed.
    'entries', case when with_list then (select jsonb_object_agg(file, entries) from public.open_files()) end,
    'ledger', public.datapackage() -> 'ledger'
  ) into v_view;
  perform set_config('role', 'none', true);
  return v_view;
end $$;

create function pg_temp.signed(call jsonb) returns jsonb language sql as $$
  select coalesce((select jsonb_build_object('place', d.id || '.' || encode(private.device_mac(k.key,
      concat_ws('|', 'rating', call #>> '{body,receipt}', d.counter_code, call #>> '{body,score}')), 'hex'))
    from private.counter_devices d join private.counter_device_keys k on k.device_id = d.id
    where (call ->> 'proven')::boolean and d.counter_code = call #>> '{body,counter}'), '{}')
$$;

create function pg_temp.rate(call jsonb) returns text language plpgsql as $$
declare
  v_said text := private.accept_rating((call -> 'body' || pg_temp.signed(call))::json, (call ->> 'at')::timestamptz) ->> 'state';
begin
  if v_said = 'waiting' and jsonb_typeof(call -> 'details') = 'object' then
    perform private.add_rating_details(json_build_object('receipt', call #> '{body,receipt}', 'details', call -> 'details'));
  end if;
  if v_said = 'waiting' and jsonb_array_length(call -> 'behind') > 0 then
    insert into private.ratings (id, receipt_hash, received_at, score, channel, trust, office_code, procedure_code,
      counter_code, details, sender)
    select p.id, private.short_hash(p.receipt), to_timestamp(p.made / 1000.0), p.score, r.channel, r.trust, r.office_code,
      r.procedure_code, r.counter_code, r.details, private.sender(jsonb_build_object('device', p.device), row(r.office_code,
        r.procedure_code, r.counter_code, r.channel, r.trust, null)::private.rating_origin, private.short_hash(p.receipt),
        private.local_day(to_timestamp(p.made / 1000.0)))
    from private.ratings r,
      jsonb_to_recordset(call -> 'behind') as p (id uuid, receipt text, made bigint, score smallint, device text)
    where r.id = (call #>> '{body,id}')::uuid;
  end if;
  return v_said;
end $$;

insert into public.members (email, office_code, role, invited_by) values ('kiem-tra@tinh.vn', 'tinh', 'auditor', 'administrator'),
  ('kiem-tra-2@tinh.vn', 'tinh', 'auditor', 'administrator'), ('dieu-phoi@tinh.vn', 'tinh', 'coordinator', 'administrator'),
  ('ca-hai@tinh.vn', 'tinh', 'auditor', 'administrator'), ('ca-hai@tinh.vn', 'tinh', 'coordinator', 'administrator');
insert into private.sessions select md5(email)::uuid, email, 'infinity' from public.members on conflict do nothing;
create function pg_temp.sign_in(email text) returns void language sql as $$
  select set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated', 'email', email, 'session_id', md5(email)::uuid)::text, true)
$$;

-- Two people void a batch: one proposes, another confirms. What it is of fewer is refused.
create function pg_temp.void(number text, by text) returns void language plpgsql as $$
declare
  v_proposal text;
  v_first text := case by when 'coordinator_first' then 'dieu-phoi@tinh.vn' when 'same_person' then 'ca-hai@tinh.vn' else 'kiem-tra@tinh.vn' end;
  v_second text := case by when 'two' then 'dieu-phoi@tinh.vn' when 'coordinator_first' then 'kiem-tra@tinh.vn' when 'same_role' then 'kiem-tra-2@tinh.vn'
    when 'same_person' then v_first else 'dieu-phoi@tinh.vn' end;
begin
  perform pg_temp.sign_in(v_first);
  v_proposal := public.propose_void(number, 'Nhập thử | không tính')::text;
  if by = 'withdrawn' then
    perform public.withdraw_void(v_proposal);
  end if;
  perform pg_temp.sign_in(v_second);
  perform public.confirm_void(v_proposal);
  perform set_config('request.jwt.claims', '', true);
end $$;

create function pg_temp.act(call jsonb) returns jsonb language plpgsql as $$
declare
  v_body json := call -> 'body';
  v_at timestamptz := call ->> 'at';
  v_told jsonb;
  v_number integer;
begin
  if jsonb_typeof(call -> 'issue') = 'object' then
    insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
    select private.short_hash(i.visit), i.office, i.procedure, i.channel, '2100-01-01'
    from jsonb_to_record(call -> 'issue') as i (visit text, office text, procedure text, channel public.service_channel)
    on conflict do nothing;
  end if;
  begin
    case call ->> 'do'
      when 'rate' then return jsonb_build_object('said', pg_temp.rate(call));
      when 'correct' then return jsonb_build_object('said', private.correct_rating(v_body, v_at) ->> 'state');
      when 'detail' then return jsonb_build_object('said', private.add_rating_details(v_body) ->> 'state');
      when 'withdraw' then return jsonb_build_object('said', private.withdraw(v_body) ->> 'state');
      when 'release' then
        v_told := private.release_step(v_at, case when (call ->> 'step')::boolean then '-1 second' else '1 hour' end::interval);
        -- A statement of its own: the one before does not see what the release wrote.
        return v_told || jsonb_build_object('said', 'released', 'through', (select after_office from private.release_run),
          'joined', (select coalesce(jsonb_agg(jsonb_build_array(receipt_hash, number)), '[]') from pg_temp.joined));
      else
        v_number := 1 + (call ->> 'which')::integer % (select count(*) + 1 from public.batches);
        perform pg_temp.void(v_number::text, call ->> 'by');
        return jsonb_build_object('said', 'voided', 'number', v_number);
    end case;
  exception when others then
    return jsonb_build_object('said', sqlerrm, 'number', v_number);
  end;
end $$;

-- Whether \`anon\` sees what it saw before: everything, and the answer to the first question.
create function pg_temp.is_as_before(view jsonb, questions jsonb) returns boolean language plpgsql as $$
declare
  v_now jsonb := pg_temp.public_view(jsonb_path_query_array(questions, '$[0]'), jsonb_typeof(view -> 'entries') = 'object');
begin
  return v_now - array['answers', 'others'] = view - array['answers', 'others']
    and v_now #> '{answers,0}' = view #> '{answers,0}' and v_now #> '{others,0}' = view #> '{others,0}';
end $$;

create function pg_temp.replay(calls jsonb, questions jsonb) returns jsonb language plpgsql as $$
declare
  v_call jsonb;
  v_told jsonb;
  v_quiet boolean := true;
  v_untouched boolean := true;
  v_view jsonb := pg_temp.public_view(jsonb_path_query_array(questions, '$[0]'), false);
  v_publications integer := (select count(*) from jsonb_array_elements(calls) c where c ->> 'do' in ('release', 'void'));
  v_all jsonb[] := array[jsonb_build_object('said', 'opened', 'view', v_view)];
begin
  for v_call in select * from jsonb_array_elements(calls) loop
    if v_call ->> 'do' in ('release', 'void') then
      v_quiet := v_untouched or pg_temp.is_as_before(v_view, questions);
      v_told := pg_temp.act(v_call);
      v_publications := v_publications - 1;
      v_view := pg_temp.public_view(questions, v_publications = 0);
      v_told := v_told || jsonb_build_object('quiet', v_quiet, 'view', v_view);
      delete from pg_temp.joined;
    else
      v_told := pg_temp.act(v_call);
    end if;
    v_untouched := v_call ->> 'do' in ('release', 'void');
    v_all := v_all || v_told;
  end loop;
  v_quiet := v_untouched or pg_temp.is_as_before(v_view, questions);
  return to_jsonb(v_all || jsonb_build_object('said', 'closed', 'quiet', v_quiet,
    'joined', (select coalesce(jsonb_agg(jsonb_build_array(receipt_hash, number)), '[]') from pg_temp.joined)));
end $$;
`

export async function openDatabase() {
  const db = new PGlite({ extensions: { pgcrypto } })
  await db.exec('create role anon; create role authenticated; create role service_role')
  for (const file of readdirSync(migrations).sort()) {
    await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  }
  await db.exec(provinceSql + replaySql)
  // What is set aside by the hour and in floods has tests of its own (set_aside.sql): histories play under the first rules, on
  // whichever day they are played.
  await db.exec("update public.set_aside_rules set valid_from = '2100-01-01' where version > 1")
  await db.exec(
    `create or replace function private.least_proven() returns integer language sql immutable as 'select ${LEAST_PROVEN}'`,
  )
  return db
}

/** Plays a history, after planting a mutation if there is one, and leaves the database as it was. */
export async function replay(db: PGlite, history: History, mutation = ''): Promise<Told[]> {
  await db.exec(`begin;
    -- Below ten only while ratings are made up.
    update public.settings set value = 'true' where key = 'illustrative';
    update public.settings set value = '${history.k}' where key = 'min_batch';
    update public.settings set value = '${history.retention}' where key = 'retention_days';
    ${mutation}`)
  try {
    const { rows } = await db.query<{ told: Told[] }>('select pg_temp.replay($1, $2) as told', [
      JSON.stringify(callsOf(history).map(toRequest)),
      JSON.stringify(history.questions),
    ])
    return rows[0]?.told ?? []
  } finally {
    await db.exec('rollback')
  }
}
