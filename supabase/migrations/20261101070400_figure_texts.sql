-- A published figure in words, for whatever shows one outside the app: the badge and the preview of a link.

-- 93,7% in Vietnamese, 93.7% in English. One decimal, never rounded onto or over 0, 100 or the target: 89.96 %
-- under a target of 90 is 89.9 (roundPercent in src/lib/figures/figure.ts).
create function private.format_percent(share double precision, lng text) returns text
language sql stable security invoker set search_path = ''
as $$
  select replace(p, '.', (private.language_or_first(lng)).decimal_mark) || '%'
  from (
    select to_char(coalesce((
      select case when share < line / 100 and rounded >= line then line - 0.1 when share > line / 100 and rounded <= line then line + 0.1 end
      from unnest(array[0, 100, private.setting('target_percent')::numeric]) line
      where (share < line / 100 and rounded >= line) or (share > line / 100 and rounded <= line) limit 1
    ), rounded), 'FM990.0') as p
    from (select round((share * 100)::numeric, 1) as rounded) r
  ) figure
$$;

-- 1.234 in Vietnamese, 1,234 in English.
create function private.format_count(n bigint, lng text) returns text
language sql stable security invoker set search_path = ''
as $$
  select replace(to_char(n, 'FM999,999,999,990'), ',', (private.language_or_first(lng)).group_mark)
$$;

-- 11/2026, in English November 2026, where 05/11 may be either.
create function private.format_month(month date, lng text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select to_char(month, case when lng = 'en' then 'FMMonth YYYY' else 'MM/YYYY' end)
$$;

-- The headline of a place, in words; main says why where there is none.
-- Refusals: 404 office_unknown, 404 procedure_unknown.
create function private.figure_text(office text, procedure text, lng text, out main text, out share text, out n text,
  out ends text, out period text)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_words jsonb := private.texts_in(lng);
  v record;
begin
  perform private.check_office_code(figure_text.office);
  perform private.check_procedure_code(figure_text.procedure);
  perform private.allow_shared_copies('satisfaction');
  select * into v from private.published_satisfaction('all', figure_text.office, figure_text.procedure, null, null, null, null,
    null, false, true);
  if v.n is null then
    main := replace(v_words ->> 'none', '{k}', private.setting('min_batch') #>> '{}');
    return;
  end if;
  share := private.format_percent(v.rate, lng);
  main := share || ' ' || (v_words ->> 'satisfied');
  n := replace(replace(replace(v_words ->> case v.evidence when 'visit' then 'by_code' else 'unproven' end, '{n}', private.format_count(v.n, lng)),
    '{all}', private.format_count(v.n_published, lng)), '{codes}', private.format_count(v.n_proven, lng));
  ends := replace(replace(v_words ->> 'interval', '{low}', rtrim(private.format_percent(v.low, lng), '%')), '{high}', private.format_percent(v.high, lng));
  period := replace(replace(v_words ->> 'period', '{from}', private.format_month(to_date(v.first_month, 'YYYY-MM'), lng)), '{to}',
    private.format_month(to_date(v.last_month, 'YYYY-MM'), lng));
end;
$$;
