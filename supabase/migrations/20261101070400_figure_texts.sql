-- A published figure in words, for whatever shows one outside the app: the badge and the preview of a link.

-- 93,7% in Vietnamese and Khmer, 93.7% in English. One decimal, never rounded onto or over 0, 100 or the target: 89.96 %
-- under a target of 90 is 89.9 (roundPercent in src/lib/figures/figure.ts).
create function private.format_percent(share double precision, lng text) returns text
language sql stable security invoker set search_path = ''
as $$
  select case when lng = 'en' then p else replace(p, '.', ',') end || '%'
  from (
    select to_char(coalesce((
      select case when share < line / 100 and rounded >= line then line - 0.1 when share > line / 100 and rounded <= line then line + 0.1 end
      from unnest(array[0, 100, private.setting('target_percent')::numeric]) line
      where (share < line / 100 and rounded >= line) or (share > line / 100 and rounded <= line) limit 1
    ), rounded), 'FM990.0') as p
    from (select round((share * 100)::numeric, 1) as rounded) r
  ) figure
$$;

create function private.format_count(n bigint, lng text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case when lng = 'en' then p else replace(p, ',', '.') end from (select to_char(n, 'FM999,999,999,990') as p) figure
$$;

create function private.badge_words(lng text) returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select case lng
    when 'en' then '{"satisfied": "of respondents satisfied", "n": "{n} ratings", "interval": "95% interval: {low}–{high}", "none": "Not published yet: under {k} ratings", "period": "{from} to {to}", "illustrative": "Made-up data", "all": "How satisfied are people?", "what": "Published satisfaction with administrative services."}'
    when 'km' then '{"satisfied": "នៃអ្នកឆ្លើយពេញចិត្ត", "n": "ការវាយតម្លៃ {n}", "interval": "ចន្លោះ 95%៖ {low}–{high}", "none": "មិនទាន់ផ្សាយ៖ តិចជាង {k}", "period": "{from} ដល់ {to}", "illustrative": "ទិន្នន័យឧទាហរណ៍", "all": "តើប្រជាជនពេញចិត្តប៉ុណ្ណា?", "what": "ការពេញចិត្តចំពោះសេវារដ្ឋបាល ដែលបានផ្សាយ។"}'
    else '{"satisfied": "người trả lời hài lòng", "n": "{n} lượt", "interval": "Khoảng tin cậy 95%: {low}–{high}", "none": "Chưa công bố: dưới {k} lượt", "period": "{from} đến {to}", "illustrative": "Dữ liệu minh họa", "all": "Người dân hài lòng đến đâu?", "what": "Mức độ hài lòng đã công bố về việc giải quyết thủ tục hành chính."}'
  end::jsonb
$$;

-- The published rate of the twelve months up to the last release, in words; main says why where there is none.
create function private.figure_text(office text, procedure text, lng text, out main text, out share text, out n text,
  out ends text, out period text)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_words jsonb := private.badge_words(lng);
  v_last date := date_trunc('month', coalesce((private.setting('last_release_on') #>> '{}')::date, private.local_day(now())));
  v_first date := v_last - interval '11 months';
  v record;
begin
  select * into v from public.satisfaction(by => 'all', office => figure_text.office, procedure => figure_text.procedure,
    from_month => v_first, to_month => v_last);
  if v.n is null then
    main := replace(v_words ->> 'none', '{k}', private.setting('min_batch') #>> '{}');
    return;
  end if;
  share := private.format_percent(v.rate, lng);
  main := share || ' ' || (v_words ->> 'satisfied');
  n := replace(v_words ->> 'n', '{n}', private.format_count(v.n, lng));
  ends := replace(replace(v_words ->> 'interval', '{low}', rtrim(private.format_percent(v.low, lng), '%')), '{high}', private.format_percent(v.high, lng));
  period := replace(replace(v_words ->> 'period', '{from}', to_char(v_first, 'MM/YYYY')), '{to}', to_char(v_last, 'MM/YYYY'));
end;
$$;
