-- What everybody reads of the official reports: those that were signed, as they were signed, each version with its day and the
-- comment of the head, and beside them what the same report is now where something published has changed since; what was
-- entered after the last signature waits for the next one. No report before somebody has put the office's name to it, and no
-- name of a person: who signed is known to staff. All that is in it is
-- published anyway (batches, groups of answers, figures of petitions, reports of handled dossiers) or was entered by the
-- office; what an entry rests on stays with staff, because nobody who wrote it knew that the public would read it.

-- Of a content those parts that the public reads: an entry's number leads nowhere for it.
create function private.public_report(content jsonb) returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select jsonb_build_object('known', content -> 'known', 'tenths', content -> 'tenths', 'class', content -> 'class', 'own', content -> 'own',
    'national', content -> 'national', 'factors', content -> 'factors',
    'indices', (select jsonb_agg(i - array['entry', 'detail'] order by i -> 'index') from jsonb_array_elements(content -> 'indices') i))
$$;

-- Whoever asked for it (GET) and what stands between may keep it for five minutes: a report is signed at any hour.
create function private.allow_short_copies() returns void
language sql stable security invoker set search_path = ''
as $$
  select set_config('response.headers', ('[{"Cache-Control": "public, max-age=0, s-maxage=300"}]' || private.varying_headers())::text, true)
  where current_setting('request.method', true) in ('GET', 'HEAD')
    and current_setting('role', true) not in ('authenticated', 'service_role') and private.is_whole_answer()
$$;

-- The signed reports of an office by its periods, the latest first: version, score in tenths of a point, how many of the nine
-- indices are known, class (null unless all are), day. Refusal: 404 office_unknown.
create function public.signed_reports(office text)
returns table (period text, version integer, known integer, tenths integer, class text, signed_on date)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  perform private.check_office_code(coalesce(signed_reports.office, ''));
  perform private.allow_short_copies();
  return query
    select distinct on (left(s.period, 4), length(s.period), s.period) s.period, s.version, (s.content ->> 'known')::integer,
      (s.content ->> 'tenths')::integer, s.content ->> 'class', private.local_day(s.signed_at)
    from public.report_sign_offs s where s.office_code = signed_reports.office
    order by left(s.period, 4) desc, length(s.period), s.period desc, s.version desc;
end;
$$;
grant execute on function public.signed_reports(text) to anon, authenticated;
comment on function public.signed_reports(text) is
  'The official reports of an office (circular 01/2018) that its head has signed: period, version, score, class, day.';

-- A signed report: {office, period, versions: [{version, signed_on, comment, report: {known, tenths, class, indices, own,
-- national, factors}}], the latest first, now}. now: the same with what is published today and the entries that were
-- signed, null unless it differs from the latest version. Refusals: 404 office_unknown, 422 report_period_malformed, 404 report_not_signed.
create function public.signed_report(office text, period text) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
  v_latest jsonb;
  v_now jsonb;
begin
  perform private.check_office_code(coalesce(office, ''));
  if period is null or period !~ '^20[0-9][0-9](-Q[1-4])?$' then
    perform private.refuse(422, 'report_period_malformed');
  end if;
  v_latest := (select s.content from public.report_sign_offs s
    where s.office_code = office and s.period = signed_report.period order by s.version desc limit 1);
  if v_latest is null then
    perform private.refuse(404, 'report_not_signed');
  end if;
  v_now := private.report_content(office, period, true);
  perform private.allow_short_copies();
  return jsonb_build_object('office', office, 'period', period,
    'now', case when v_now is distinct from v_latest then private.public_report(v_now) end,
    'versions', (select jsonb_agg(jsonb_build_object('version', s.version, 'signed_on', private.local_day(s.signed_at),
        'comment', private.mask_identifiers(s.comment), 'report', private.public_report(s.content)) order by s.version desc)
      from public.report_sign_offs s where s.office_code = office and s.period = signed_report.period));
end;
$$;
grant execute on function public.signed_report(text, text) to anon, authenticated;
comment on function public.signed_report(text, text) is
  'An official report as its head signed it, every version, and what has changed since; for a quarter (2026-Q3) or a year (2026).';
