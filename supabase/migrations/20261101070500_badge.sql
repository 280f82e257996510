-- A badge that an agency shows on its own site: the published rate of its last twelve months, with everything that
-- belongs to it. It is a picture, straight from the database, so it is never newer or older than the figures.

create domain public."image/svg+xml" as text;

create function private.escape_xml(plain text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select replace(replace(replace(replace(plain, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')
$$;

-- A line of text in the badge; one that may be too long for it is drawn narrower.
create function private.badge_text(x integer, y integer, style text, words text, room integer, letter double precision) returns text
language sql immutable security invoker set search_path = ''
as $$
  select format('<text x="%s" y="%s" %s%s>%s</text>', x, y, style,
    case when length(words) * letter > room then format(' textLength="%s" lengthAdjust="spacingAndGlyphs"', room) else '' end, private.escape_xml(words))
$$;

-- 340 by 120: the office; the rate with its period; of which ratings, and interval. Refusals: 404 office_unknown, 400 language_invalid.
create function public.satisfaction_badge(office text, lng text default 'vi') returns public."image/svg+xml"
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_language text := private.language_argument(lng);
  v_name text := (select coalesce(o.desk, o.name) from public.offices o where o.code = office);
  v_said record;
  v_note text := case when private.setting('illustrative') = 'true' then private.texts_in(v_language) ->> 'illustrative' end;
  v_bold constant text := 'font-weight="700" font-size="13" fill="#10201d"';
  v_plain constant text := 'font-size="11.5" fill="#3b4c48"';
  v_svg text;
begin
  if v_name is null then
    perform private.refuse(404, 'office_unknown');
  end if;
  v_said := private.figure_text(office, null, v_language);
  v_svg := format('<svg xmlns="http://www.w3.org/2000/svg" width="340" height="120" viewBox="0 0 340 120" role="img"><title>%s</title>',
      private.escape_xml(concat_ws('. ', v_name || ': ' || v_said.main, v_said.n, v_said.ends, v_said.period, v_note)))
    || '<rect x="1" y="1" width="338" height="118" rx="12" fill="#fff" stroke="#0a5c58" stroke-width="2"/>'
    || '<g font-family="system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Noto Sans Khmer,sans-serif" aria-hidden="true">'
    || private.badge_text(16, 26, v_bold, v_name, 308, 7.2)
    || case when v_said.share is null then private.badge_text(16, 60, v_bold, v_said.main, 308, 7.2)
      else private.badge_text(16, 67, 'font-weight="700" font-size="32" fill="#0a5c58"', v_said.share, 108, 19)
        || private.badge_text(136, 52, v_bold, private.texts_in(v_language) ->> 'satisfied', 192, 7.2)
        || private.badge_text(136, 69, v_plain, v_said.period, 192, 6.2)
        || private.badge_text(16, 90, v_plain, v_said.n, 308, 6.2)
        || private.badge_text(16, 108, v_plain, v_said.ends, 200, 6.2) end
    || case when v_note is not null then private.badge_text(228, 108,
        'font-weight="700" font-size="11.5" fill="#98341a"', v_note, 98, 6.6) else '' end
    || '</g></svg>';
  return case when private.is_not_modified(v_svg, private.seconds_until_release()) then '' else v_svg end;
end;
$$;
grant execute on function public.satisfaction_badge(text, text) to anon, authenticated;
comment on function public.satisfaction_badge(text, text) is
  'A picture of the published rate of the last twelve months of an office. lng: vi, en, km.';
