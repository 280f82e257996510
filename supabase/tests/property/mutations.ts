/** Ways to break the rule of publication, each by a change to the database that someone could make in good faith. */

/** Rewrites a function's text. Fails when the text is not there, so that a mutation cannot silently stop being one. */
export const edit = (signature: string, ...changes: [from: string, to: string][]) => `
  do $mutation$ declare
    v_text text := pg_get_functiondef('${signature}'::regprocedure);
    v_changes text[] := array[${changes.map(([from, to]) => `[$a$${from}$a$, $b$${to}$b$]`).join(', ')}];
  begin
    for i in 1..array_length(v_changes, 1) loop
      if strpos(v_text, v_changes[i][1]) = 0 then
        raise exception 'the mutation does not fit any more: %', v_changes[i][1];
      end if;
      v_text := replace(v_text, v_changes[i][1], v_changes[i][2]);
    end loop;
    execute v_text;
  end $mutation$;`

const chosenRatings = 'private.ratings_for_batches(text, text[], private.ladder, timestamptz)'
/** The table holds the bounds of the ladder by itself. */
const unbound = 'alter table private.ladder disable trigger "the ladder is within its bounds"; '
const releaseRung = 'private.release_rung(text, private.ladder, timestamptz)'
const figures = 'private.figures(text, text, text, text, public.service_channel, public.trust, date, date, boolean)'
const fromTotals = `from public.monthly_totals t
        where`
const chosenBy = 'order by procedure_code, field_code, channel, trust'
const sameBy = 'partition by procedure_code, field_code, channel, trust'

// No batch below five is stored, whatever the release does. Without it the property has to see for itself.
const noLastDefence = 'alter table public.batches drop constraint batches_check1;'

/** What is told to the reader of the run, and how the mutation is planted. */
export const mutations: Record<string, string> = {
  'answers of all offices for one': edit(
    'private.answer_counts(text, text, text, public.service_channel, public.trust, date, date, boolean)',
    ['(answer_counts.office is null or', '(true or'],
  ),

  'coverage that counts another grain': edit('public.coverage(text, text, text, text, text, text, text, text)', [
    't.grain = v_grain',
    't.grain <= v_grain',
  ]),

  'a batch of one less than k':
    noLastDefence +
    edit(chosenRatings, [
      `people >= (select private.setting('min_batch')::integer)`,
      `people >= (select private.setting('min_batch')::integer - 1)`,
    ]),

  'a batch that counts ratings instead of people': edit(chosenRatings, [
    'count(*) filter (where is_first)',
    'count(*)',
  ]),

  'ratings without a device that are people each': edit(chosenRatings, [
    `case when w.trust in ('visit', 'control')`,
    'case when true',
  ]),

  'ratings of a kiosk that are people each': edit('private.sender(jsonb, private.rating_origin, uuid, date)', [
    'get_byte(uuid_send(receipt), 0) % 3',
    'receipt',
  ]),

  'ratings that follow a person to another procedure and count': edit('private.correct_rating(json, timestamptz)', [
    `interval '30 minutes'`,
    `interval '30 days'`,
  ]),

  'a batch of people who all said the same bad thing': edit('private.least_satisfied()', ['select 2', 'select 1']),

  'a rung that waits for too few days': `${unbound}update private.ladder set after_days = 7 where position = 7;`,

  'a rung taken out of the ladder': `delete from private.ladder where position = 5;`,

  'a rung that pools with the parent office too early': `${unbound}update private.ladder set after_days = 30 where position = 8;`,

  'a rung that names a channel it does not group by':
    edit(chosenRatings, [
      'case when rung.by_channel then r.channel end as channel',
      'null::public.service_channel as channel',
    ]) +
    edit(releaseRung, [
      'v_office, procedure_code, field_code, channel, trust',
      `v_office, procedure_code, field_code, case when rung.by_channel then 'counter'::public.service_channel end, trust`,
    ]),

  'a rung that names one procedure for all of a field': edit(chosenRatings, [
    'case when rung.by_procedure then w.subject end as procedure_code',
    `case when rung.by_procedure then
      (select min(q.code) from public.procedures q where q.field_code = p.field_code) end as procedure_code`,
  ]),

  'visits put together with what anybody can send': edit(chosenRatings, [
    `rung.by_trust or r.trust in ('visit', 'control') then`,
    'rung.by_trust then',
  ]),

  'a figure of visits with others mixed in': edit(
    'private.counted_figures(text, text, text, text, public.service_channel, public.trust, date, date, boolean)',
    ['case when c.is_proven then p else a end', 'a'],
  ),

  'a rung that splits by the score': edit(
    chosenRatings,
    [sameBy, `${sameBy}, score`],
    [chosenBy, `${chosenBy}, score`],
  ),

  'a rung that counts together and splits by the score afterwards':
    noLastDefence + edit(chosenRatings, [chosenBy, `${chosenBy}, score`]),

  'no half hour to correct a rating':
    edit(chosenRatings, [`at - interval '30 minutes'`, 'at']) +
    edit('private.releasable_ratings(text, timestamptz)', [`at - interval '30 minutes'`, 'at']) +
    edit('private.release_office(text, timestamptz)', [`at - interval '30 minutes'`, 'at']),

  'corrections after the batch': edit('private.correctable_rating(text)', ['v_rating.batch_number is not null or', '']),

  'a withdrawal that takes a rating out of its figures': `
    alter table private.ratings drop constraint "waiting: all is known; in a batch: nothing that its batch does not name";
    ${edit('private.withdraw(json)', ['v_rating.batch_number is not null', 'false'], [`set set_aside`, 'set batch_number = null, set_aside'])}
    create function pg_temp.take_out() returns trigger language plpgsql as $$
    begin
      update public.monthly_totals set n = n - 1 where office_code = old.office_code;
      return null;
    end $$;
    create trigger take_out after update on private.ratings for each row
      when (new.set_aside = 'withdrawn' and old.batch_number is not null) execute function pg_temp.take_out();`,

  'figures that count waiting ratings': edit(figures, [
    fromTotals,
    `from (select * from public.monthly_totals union all
      select gen_random_uuid(), g.grain, to_char(r.received_at, 'YYYY-MM-01')::date, r.office_code, r.procedure_code,
        null, r.channel, r.trust, 1, (r.score = 1)::integer, (r.score = 2)::integer, (r.score = 3)::integer,
        (r.score = 4)::integer, (r.score = 5)::integer
      from private.grains g, private.ratings r where r.batch_number is null and r.set_aside is null) t
        where`,
  ]),

  'totals that take in at each release what still waits': edit('private.recount_waiting(date)', [
    'where m.office_code = o.code and o.waiting <> m.people / 10 * 10;',
    `where m.office_code = o.code and o.waiting <> m.people / 10 * 10;
    update public.monthly_totals t set n = t.n + w.n, score_3 = t.score_3 + w.n
    from (select count(*)::integer as n from private.ratings where batch_number is null and set_aside is null) w;`,
  ]),

  'a live count of what waits': `
    create function pg_temp.count_live() returns trigger language plpgsql as $$
    begin
      perform private.recount_waiting(private.local_day(new.received_at));
      return null;
    end $$;
    create trigger count_live after insert on private.ratings for each row execute function pg_temp.count_live();`,

  'a waiting count that moves by one person': edit('private.recount_waiting(date)', [
    `>= private.setting('min_batch')::integer
    returning`,
    `>= 1
    returning`,
  ]),

  'a count of what was set aside that moves by one person': edit('private.recount_waiting(date)', [
    `having sum(people) >= private.setting('min_batch')::integer`,
    'having sum(people) >= 1',
  ]),

  'a ledger that is corrected in place': edit('private.void_batch(integer, text)', [
    'perform private.add_to_totals(v_last + 1);',
    `perform private.add_to_totals(v_last + 1);
    alter table public.batches disable trigger "rows stay as they are";
    update public.batches b set score_1 = score_1 + 1, n = n + 1 where b.number = void_batch.voided;`,
  ]),
}
