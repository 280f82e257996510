-- What each open file holds. Types are those of Frictionless Table Schema; a unit stands where a number has one.

insert into private.open_files (file, relation, title, ordering, condition, primary_key, columns)
select file, relation, title, ordering, condition, to_jsonb(string_to_array(keys, ' ')),
  (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', split_part(c, ':', 1), 'type', split_part(c, ':', 2),
    'unit', nullif(split_part(c, ':', 3), ''))) order by position) from unnest(string_to_array(columns, ' ')) with ordinality u (c, position))
from (values
  ('batches', 'batches', 'The ledger: every batch that was ever published', 'r.number', 'true', 'number',
    'number:integer office_code:string procedure_code:string field_code:string channel:string trust:string released_on:date '
    || 'n:integer:ratings score_1:integer:ratings score_2:integer:ratings score_3:integer:ratings score_4:integer:ratings '
    || 'score_5:integer:ratings details:object voids:integer reason:string recorded_on:date previous_hash:string hash:string'),
  ('corrections', 'batches', 'Batches that answer one found wrong, and why', 'r.number', 'r.voids is not null', 'number',
    'number:integer voids:integer reason:string recorded_on:date office_code:string n:integer:ratings'),
  ('monthly_totals', 'monthly_totals', 'Sums of batches by month of release, office, procedure or field, channel and trust',
    'r.month, r.office_code, r.procedure_code, r.field_code, r.channel, r.trust', 'r.grain = 1', 'month office_code procedure_code field_code channel trust',
    'month:date office_code:string procedure_code:string field_code:string channel:string trust:string n:integer:ratings '
    || 'score_1:integer:ratings score_2:integer:ratings score_3:integer:ratings score_4:integer:ratings score_5:integer:ratings'),
  ('offices', 'offices', 'Offices and the bodies above them', 'r.code', 'true', 'code',
    'code:string name:string kind:string parent_code:string desk:string gso_code:string opened_on:date closed_on:date '
    || 'hotline:string opening_hours:string waiting:integer:ratings'),
  ('office_successions', 'office_successions', 'Which office took over the work of which', 'r.predecessor_code, r.successor_code',
    'true', 'predecessor_code successor_code', 'predecessor_code:string successor_code:string on_date:date legal_basis:string'),
  ('fields', 'fields', 'Fields of procedures', 'r.code', 'true', 'code', 'code:string name:string'),
  ('procedures', 'procedures', 'Administrative procedures', 'r.code', 'true', 'code',
    'code:string name:string field_code:string level:string decision:string counter_days:integer online_days:integer '
    || 'post_days:integer days_unit:string official_url:string valid_from:date valid_to:date'),
  ('offerings', 'offerings', 'Which office offers which procedure', 'r.office_code, r.procedure_code', 'true',
    'office_code procedure_code', 'office_code:string procedure_code:string opened_on:date closed_on:date'),
  ('handled_dossiers', 'handled_dossiers', 'Dossiers that offices report to have handled',
    'r.month, r.office_code, r.procedure_code, r.channel', 'true', 'month office_code procedure_code channel',
    'month:date office_code:string procedure_code:string channel:string handled:integer:dossiers on_time:integer:dossiers'),
  ('set_aside_totals', 'set_aside_totals', 'Ratings that were kept and not counted, rounded up to tens', 'r.office_code, r.reason',
    'true', 'office_code reason', 'office_code:string reason:string n:integer:ratings')
) files (file, relation, title, ordering, condition, keys, columns);
