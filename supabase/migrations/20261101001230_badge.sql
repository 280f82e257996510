-- A badge that an agency shows on its own site: the published rate of its last twelve months, with everything that
-- belongs to it. It is a picture, straight from the database, so it is never newer or older than the figures.

create domain public."image/svg+xml" as text;

create function private.xml(plain text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select replace(replace(replace(replace(plain, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')
$$;

-- 93,7% in Vietnamese and Khmer, 93.7% in English: one decimal, as everywhere.
create function private.percent(share double precision, lng text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case when lng = 'en' then p else replace(p, '.', ',') end || '%'
  from (select to_char(round((share * 100)::numeric, 1), 'FM990.0') as p) figure
$$;

create function private.badge_words(lng text) returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select case lng
    when 'en' then '{"satisfied": "of respondents satisfied", "n": "ratings", "interval": "95% interval", "none": "Not published yet: under {k} ratings", "period": "12 months to"}'
    when 'km' then '{"satisfied": "នៃអ្នកឆ្លើយពេញចិត្ត", "n": "ការវាយតម្លៃ", "interval": "ចន្លោះ 95%", "none": "មិនទាន់ផ្សាយ៖ តិចជាង {k}", "period": "12 ខែ ដល់"}'
    else '{"satisfied": "người trả lời hài lòng", "n": "lượt", "interval": "Khoảng tin cậy 95%", "none": "Chưa công bố: dưới {k} lượt", "period": "12 tháng đến"}'
  end::jsonb
$$;

-- 320 by 96. Three lines: the office; the rate; n, interval and period. Refusal: 404 office_unknown.
create function public.satisfaction_badge(office text, lng text default 'vi') returns public."image/svg+xml"
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_words jsonb := private.badge_words(lng);
  v_last date := date_trunc('month', coalesce((private.setting('last_release_on') #>> '{}')::date, private.local_day(now())));
  v_name text := (select o.name from public.offices o where o.code = office);
  v record;
  v_main text;
  v_small text;
begin
  if v_name is null then
    perform private.refuse(404, 'office_unknown');
  end if;
  select * into v from public.satisfaction(by => 'all', office => satisfaction_badge.office,
    from_month => (v_last - interval '11 months')::date, to_month => v_last);
  if v.n is null then
    v_main := replace(v_words ->> 'none', '{k}', private.setting('min_batch') #>> '{}');
    v_small := '';
  else
    v_main := private.percent(v.rate, lng) || ' ' || (v_words ->> 'satisfied');
    v_small := concat(v.n, ' ', v_words ->> 'n', ' · ', v_words ->> 'interval', ' ', private.percent(v.low, lng), '–',
      private.percent(v.high, lng), ' · ', v_words ->> 'period', ' ', to_char(v_last, 'MM/YYYY'));
  end if;
  perform set_config('response.headers', '[{"Cache-Control": "public, max-age=3600"}]', true);
  return format('<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96" viewBox="0 0 320 96" role="img" aria-label="%1$s: %2$s. %3$s">'
    || '<rect width="320" height="96" rx="12" fill="#fff" stroke="#0a5c58" stroke-width="2"/><rect width="320" height="30" rx="12" fill="#0a5c58"/>'
    || '<rect y="18" width="320" height="12" fill="#0a5c58"/><g font-family="system-ui,sans-serif">'
    || '<text x="14" y="21" fill="#fff" font-size="13" font-weight="700">%1$s · Hài Lòng</text>'
    || '<text x="14" y="60" fill="#10201d" font-size="17" font-weight="700">%2$s</text>'
    || '<text x="14" y="82" fill="#3b4c48" font-size="9.5">%3$s</text></g></svg>',
    private.xml(v_name), private.xml(v_main), private.xml(v_small));
end;
$$;
grant execute on function public.satisfaction_badge(text, text) to anon, authenticated;
