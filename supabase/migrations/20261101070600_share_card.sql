-- What a chat or a social network shows of a link: the title and one line about the place that the link leads to.

-- What the preview of a link shows: {title, description}. Without office and procedure it is about all of them.
-- Refusals: 404 office_unknown, 404 procedure_unknown, 400 language_invalid.
create function public.share_card(office text default null, procedure text default null, lng text default 'vi') returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_language text := private.language_argument(lng);
  v_words jsonb := private.texts_in(v_language);
  v_name text := coalesce(
    (select coalesce(o.desk, o.name) from public.offices o where o.code = share_card.office),
    (select p.name from public.procedures p where p.code = share_card.procedure), v_words ->> 'all');
  -- Refuses a place that is not there.
  v_said record := private.figure_text(share_card.office, share_card.procedure, v_language);
  v_card jsonb := jsonb_build_object('title', v_name || ' · Hài Lòng',
    'description', concat_ws(' · ', case when private.setting('illustrative') = 'true' then v_words ->> 'illustrative' end,
      v_said.main, v_said.n, v_said.ends, v_said.period) || '. ' || (v_words ->> 'what'));
begin
  if private.is_not_modified(v_card::text, private.seconds_until_release()) then
    return 'null'::jsonb;
  end if;
  return v_card;
end;
$$;
grant execute on function public.share_card(text, text, text) to anon, authenticated;
comment on function public.share_card(text, text, text) is 'Title and description for a link to a page of results.';
