-- What people do with a report: enter what is missing, and put their name to it.

-- What is wrong with an entry by itself, as the key of a refusal.
create function private.report_entry_problem(entry jsonb) returns text
language sql immutable security invoker set search_path = ''
as $$
  select p.problem
  from (values
    (1, 'report_points_malformed', coalesce(entry ->> 'points' !~ '^[0-9]{1,6}([.][0-9])?$', false)),
    (2, 'report_points_above_two', case when entry ->> 'points' ~ '^[0-9]{1,6}([.][0-9])?$' then (entry ->> 'points')::numeric > 2 end),
    (3, 'report_counts_malformed', coalesce(entry ->> 'two' !~ '^[0-9]{1,9}$' or entry ->> 'one' !~ '^[0-9]{1,9}$' or entry ->> 'zero' !~ '^[0-9]{1,9}$', false)
      or num_nulls(entry ->> 'two', entry ->> 'one', entry ->> 'zero') in (1, 2)
      or coalesce(concat(entry ->> 'two', entry ->> 'one', entry ->> 'zero') ~ '^0+$', false)),
    (4, 'report_points_twice', entry ->> 'points' is not null and entry ->> 'two' is not null),
    (5, 'url_malformed', private.trimmed_text(entry, 'link') !~ '^https://[^\s/]'),
    (6, 'report_evidence_missing', private.trimmed_text(entry, 'evidence') is null)
  ) p (position, problem, holds)
  where p.holds order by p.position limit 1
$$;

-- Enters an index of an office and a period: {office_code, period, index, points or two and one and zero, evidence, link}, the
-- numbers as text. With neither it takes back what was said. seen: the number of the entry that the person saw, null for none.
-- Answers with the row. Refusals: 401, 403, those of private.check_report, 404 report_index_unknown, 409 report_index_computed,
-- those of report_entry_problem (422), 422 report_points_missing, 422 text_too_long, 422 text_unreadable, 409 changed_meanwhile.
create function public.save_report_entry(entry jsonb, seen text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_office text := entry ->> 'office_code';
  v_period text := entry ->> 'period';
  v_problem text := private.report_entry_problem(entry);
  v_evidence text := private.long_text(entry ->> 'evidence', 'text_too_long');
  v_index integer := case when entry ->> 'index' ~ '^[1-9]$' then (entry ->> 'index')::integer end;
  v_row public.report_entries;
begin
  perform private.require_capability(coalesce(v_office, ''), 'enter_report_values');
  perform private.check_report(v_office, v_period);
  if v_index is null then
    perform private.refuse(404, 'report_index_unknown');
  elsif v_problem is not null then
    perform private.refuse(422, v_problem);
  end if;
  perform private.check_name(entry ->> 'link', 1000);
  if exists (select from private.report_lines(v_office, v_period) l
      where l.index = v_index and l.counted >= l.expected and l.source not in ('entry', 'both')) then
    perform private.refuse(409, 'report_index_computed');
  end if;
  -- Two people who enter the same wait for each other here.
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'report', v_office, v_period, v_index)));
  if private.row_argument(seen) is distinct from (select max(e.id) from public.report_entries e
      where e.office_code = v_office and e.period = v_period and e.index = v_index) then
    perform private.refuse(409, 'changed_meanwhile');
  elsif seen is null and coalesce(entry ->> 'points', entry ->> 'two') is null then
    perform private.refuse(422, 'report_points_missing');
  end if;
  insert into public.report_entries (office_code, period, index, tenths, two, one, zero, evidence, link)
  values (v_office, v_period, v_index, (10 * (entry ->> 'points')::numeric)::integer, (entry ->> 'two')::integer, (entry ->> 'one')::integer,
    (entry ->> 'zero')::integer, v_evidence, private.trimmed_text(entry, 'link'))
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.save_report_entry(jsonb, text) to authenticated, service_role;

-- Lets through who signs for an office: its head; for a body without a desk, who coordinates it. Refusals: 401, 403.
create function private.require_report_signer(office text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if exists (select from public.offices o where o.code = office and o.desk is null)
    and office in (select private.offices_where('sign_reports_of_bodies')) then
    return;
  end if;
  perform private.require_capability(coalesce(office, ''), 'sign_reports');
end;
$$;

-- Signs a report off as it stands, with a comment; once, and anew after something in it has changed. known: the number of its
-- indices, tenths: its score, as the person saw them. Answers with the new version. Refusals: 401, 403, those of
-- private.check_report, 422 report_comment_missing, 422 publication_names_somebody, 422 text_too_long, 422 text_unreadable, 409 report_already_signed,
-- 409 changed_meanwhile.
create function public.sign_report(office text, period text, comment text, known text, tenths text default null) returns integer
language plpgsql volatile security definer set search_path = '' set jit = off
as $$
#variable_conflict use_column
declare
  v_comment text := private.long_text(sign_report.comment, 'text_too_long');
  v_content jsonb;
  v_signed jsonb;
  v_row public.report_sign_offs;
begin
  perform private.require_report_signer(sign_report.office);
  perform private.check_report(sign_report.office, sign_report.period);
  if v_comment is null then
    perform private.refuse(422, 'report_comment_missing');
  elsif private.mask_identifiers(v_comment) <> v_comment then
    -- It is public once it is signed.
    perform private.refuse(422, 'publication_names_somebody');
  end if;
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'sign', sign_report.office, sign_report.period)));
  v_content := private.report_content(sign_report.office, sign_report.period);
  v_signed := private.report_signature(sign_report.office, sign_report.period, v_content);
  if v_signed ->> 'changed' = 'false' then
    perform private.refuse(409, 'report_already_signed');
  elsif v_content ->> 'known' is distinct from sign_report.known or v_content ->> 'tenths' is distinct from sign_report.tenths then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  insert into public.report_sign_offs (office_code, period, version, content, comment, signed_by)
  values (sign_report.office, sign_report.period, coalesce((v_signed ->> 'version')::integer, 0) + 1, v_content, v_comment, private.actor())
  returning * into v_row;
  insert into private.signed_entries
  select v_row.id, e.id from private.report_last_entries(sign_report.office) e
  where left(e.period, 4) = left(sign_report.period, 4) and (length(sign_report.period) = 4 or e.period = sign_report.period);
  return v_row.version;
end;
$$;
grant execute on function public.sign_report(text, text, text, text, text) to authenticated, service_role;
