-- What each open file holds. Types are those of Frictionless Table Schema; a number may have a unit. A file
-- has no primary key where a part of it may be missing: a batch need not name a procedure, nor a report a channel.

insert into private.open_data_files (file, source, title, is_released, ordering, condition, primary_key, columns)
select file, source, title, is_released, ordering, condition, to_jsonb(string_to_array(nullif(keys, ''), ' ')),
  (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', split_part(c, ':', 1), 'type', split_part(c, ':', 2),
    'unit', nullif(split_part(c, ':', 3), ''))) order by position) from unnest(string_to_array(columns, ' ')) with ordinality u (c, position))
from (values
  ('batches', 'public.batches', 'The ledger: every batch that was ever published', true, 'r.number', 'true', 'number',
    'number:integer office_code:string procedure_code:string field_code:string channel:string trust:string released_on:date '
    || 'n:integer:ratings score_1:integer:ratings score_2:integer:ratings score_3:integer:ratings score_4:integer:ratings '
    || 'score_5:integer:ratings details:object voids:integer reason:string recorded_on:date '
    || 'receipts_root:string previous_hash:string hash:string'),
  ('rule_changes', 'public.rule_changes', 'Changes of the rules, entries of the ledger between the batches', false, 'r.position',
    'true', 'position', 'position:integer after_batch:integer key:string old_value:any value:any decided_on:date valid_from:date '
    || 'previous_hash:string hash:string'),
  ('corrections', 'public.batches b left join public.voidings v on v.reversal = b.number
      cross join lateral (select b.number, b.voids, b.reason, b.recorded_on, b.office_code, b.n, v.auditor_office, v.coordinator_office,
        v.proposed_as, v.proposed_on)', 'Batches that answer one found wrong, why, and who decided it', true, 'r.number', 'r.voids is not null', 'number',
    'number:integer voids:integer reason:string recorded_on:date office_code:string n:integer:ratings auditor_office:string '
    || 'coordinator_office:string proposed_as:string proposed_on:date'),
  ('answer_groups', 'public.answer_groups', 'The ledger: every group of optional answers that was ever published', true,
    'r.position', 'true', 'position', 'position:integer after_batch:integer quarter:date office_code:string '
    || 'procedure_code:string field_code:string question:string n:integer:people answers:object released_on:date '
    || 'previous_hash:string hash:string'),
  -- One row an answer, for those who work with a spreadsheet; in the ledger they are JSON. No function of its own: all its rows
  -- would be kept before the first is written.
  ('group_answers', 'public.answer_groups g
      cross join lateral (select g.position, g.quarter, g.office_code, g.procedure_code, g.field_code, g.question, a.key as answer,
        a.value::integer as n from jsonb_each_text(g.answers) a)', 'How often each optional answer was given, group by group', true,
    'r.position, r.answer', 'true', 'position answer', 'position:integer quarter:date office_code:string '
    || 'procedure_code:string field_code:string question:string answer:string n:integer:people'),
  ('monthly_totals', 'public.monthly_totals', 'Sums of batches by month of release, office, procedure or field, channel and trust', true,
    'r.month, r.office_code, r.procedure_code, r.field_code, r.channel, r.trust', 'r.grain = 1', '',
    'month:date office_code:string procedure_code:string field_code:string channel:string trust:string n:integer:ratings '
    || 'score_1:integer:ratings score_2:integer:ratings score_3:integer:ratings score_4:integer:ratings score_5:integer:ratings'),
  ('offices', 'public.offices', 'Offices and the bodies above them', false, 'r.code', 'true', 'code',
    (select string_agg(c.name || case when c.type = 'date' then ':date' else ':string' end, ' ' order by c.position)
      from private.office_columns c) || ' waiting:integer:ratings'),
  ('office_successions', 'public.office_successions', 'Which office took over the work of which', false, 'r.predecessor_code, r.successor_code',
    'true', 'predecessor_code successor_code', 'predecessor_code:string successor_code:string on_date:date legal_basis:string'),
  ('fields', 'public.fields', 'Fields of procedures', false, 'r.code', 'true', 'code', 'code:string name:string'),
  ('procedures', 'public.procedures', 'Administrative procedures', false, 'r.code', 'true', 'code',
    'code:string name:string field_code:string level:string decision:string counter_days:integer online_days:integer '
    || 'post_days:integer days_unit:string fee:string documents_url:string official_url:string valid_from:date valid_to:date '
    || 'online_level:string'),
  ('offerings', 'public.offerings', 'Which office offers which procedure', false, 'r.office_code, r.procedure_code', 'true',
    'office_code procedure_code', 'office_code:string procedure_code:string opened_on:date closed_on:date channels:string'),
  ('handled_dossiers', 'public.handled_dossiers', 'Dossiers that offices report to have handled', false,
    'r.month, r.office_code, r.procedure_code, r.channel', 'true', '',
    'month:date office_code:string procedure_code:string channel:string handled:integer:dossiers on_time:integer:dossiers quality:string'),
  ('method_versions', 'public.method_versions', 'The versions of the method', false, 'r.valid_from', 'true', 'version',
    'version:string valid_from:date summary_vi:string summary_en:string summary_km:string'),
  ('set_aside_totals', 'public.set_aside_totals', 'Ratings that were kept and not counted; a number moves by at least k people', true,
    'r.office_code, r.quarter, r.reason', 'true', 'office_code quarter reason',
    'office_code:string quarter:date reason:string n:integer:ratings'),
  ('refused_tries', 'public.refused_tries', 'Ratings refused because of their code, by quarter, in whole tens', true,
    'r.office_code nulls first, r.quarter, r.reason', 'true', '', 'office_code:string quarter:date reason:string n:integer:tries')
) files (file, source, title, is_released, ordering, condition, keys, columns);
