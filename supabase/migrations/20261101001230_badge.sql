-- A badge that an agency shows on its own site: the published rate of its last twelve months, with everything that
-- belongs to it. It is a picture, straight from the database, so it is never newer or older than the figures.

create domain public."image/svg+xml" as text;

create function private.xml(plain text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select replace(replace(replace(replace(plain, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')
$$;

-- 93,7% in Vietnamese and Khmer, 93.7% in English. One decimal, never rounded onto or over 0, 100 or the target: 89.96 %
-- under a target of 90 is 89.9 (roundPercent in src/lib/figures/figure.ts).
create function private.percent(share double precision, lng text) returns text
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

create function private.whole(n bigint, lng text) returns text
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
create function private.figure_said(office text, procedure text, lng text, out main text, out share text, out n text,
  out ends text, out period text)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_words jsonb := private.badge_words(lng);
  v_last date := date_trunc('month', coalesce((private.setting('last_release_on') #>> '{}')::date, private.local_day(now())));
  v_first date := v_last - interval '11 months';
  v record;
begin
  select * into v from public.satisfaction(by => 'all', office => figure_said.office, procedure => figure_said.procedure,
    from_month => v_first, to_month => v_last);
  if v.n is null then
    main := replace(v_words ->> 'none', '{k}', private.setting('min_batch') #>> '{}');
    return;
  end if;
  share := private.percent(v.rate, lng);
  main := share || ' ' || (v_words ->> 'satisfied');
  n := replace(v_words ->> 'n', '{n}', private.whole(v.n, lng));
  ends := replace(replace(v_words ->> 'interval', '{low}', rtrim(private.percent(v.low, lng), '%')), '{high}', private.percent(v.high, lng));
  period := replace(replace(v_words ->> 'period', '{from}', to_char(v_first, 'MM/YYYY')), '{to}', to_char(v_last, 'MM/YYYY'));
end;
$$;

-- A line of text in the badge; one that may be too long for it is drawn narrower.
create function private.badge_line(x integer, y integer, style text, words text, room integer, letter double precision) returns text
language sql immutable security invoker set search_path = ''
as $$
  select format('<text x="%s" y="%s" %s%s>%s</text>', x, y, style,
    case when length(words) * letter > room then format(' textLength="%s" lengthAdjust="spacingAndGlyphs"', room) else '' end, private.xml(words))
$$;

-- 340 by 104: the office; the rate with n and interval; the period. Refusal: 404 office_unknown.
create function public.satisfaction_badge(office text, lng text default 'vi') returns public."image/svg+xml"
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_name text := (select coalesce(o.desk, o.name) from public.offices o where o.code = office);
  v_said record;
  v_note text := case when private.setting('illustrative') = 'true' then private.badge_words(lng) ->> 'illustrative' end;
  v_bold constant text := 'font-weight="700" font-size="13" fill="#10201d"';
  v_plain constant text := 'font-size="11.5" fill="#3b4c48"';
  v_svg text;
begin
  if v_name is null then
    perform private.refuse(404, 'office_unknown');
  end if;
  v_said := private.figure_said(office, null, lng);
  v_svg := format('<svg xmlns="http://www.w3.org/2000/svg" width="340" height="104" viewBox="0 0 340 104" role="img"><title>%s</title>',
      private.xml(concat_ws('. ', v_name || ': ' || v_said.main, v_said.n, v_said.ends, v_said.period, v_note)))
    || '<rect x="1" y="1" width="338" height="102" rx="12" fill="#fff" stroke="#0a5c58" stroke-width="2"/>'
    || '<g font-family="system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Noto Sans Khmer,sans-serif" aria-hidden="true">'
    || private.badge_line(16, 26, v_bold, v_name, 308, 7.2)
    || case when v_said.share is null then private.badge_line(16, 60, v_bold, v_said.main, 308, 7.2)
      else private.badge_line(16, 67, 'font-weight="700" font-size="32" fill="#0a5c58"', v_said.share, 108, 19)
        || private.badge_line(136, 52, v_bold, private.badge_words(lng) ->> 'satisfied', 192, 7.2)
        || private.badge_line(136, 69, v_plain, v_said.n || ' · ' || v_said.period, 192, 6.2)
        || private.badge_line(16, 91, v_plain, v_said.ends, 200, 6.2) end
    || case when v_note is not null then private.badge_line(228, 91,
        'font-weight="700" font-size="11.5" fill="#98341a"', v_note, 98, 6.6) else '' end
    || '</g></svg>';
  return case when private.is_kept(v_svg, private.seconds_to_release()) then '' else v_svg end;
end;
$$;
grant execute on function public.satisfaction_badge(text, text) to anon, authenticated;
