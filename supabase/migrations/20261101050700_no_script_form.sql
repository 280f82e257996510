-- A rating from a page on which no script runs: the form itself is sent here, and the answer leads to another page. Such
-- a page cannot make ids or receipts, so they are made here, and which counter it belongs to is read from the address
-- that the browser says it comes from. Where the answer leads is not: anybody's page can send this form, and the receipt
-- goes along.

-- The receipt of a rating that is stored now. The refusals are those of private.accept_rating.
create function private.accept_form(score text, code text, page text) returns text
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_receipt text := private.random_code(12);
begin
  perform private.accept_rating(json_build_object('id', private.new_uuid_v7(now()),
    case when length(code) = 10 then 'visit' else 'counter' end, coalesce(code, ''),
    'score', case when score ~ '^[1-5]$' then score::integer end, 'receipt', v_receipt,
    -- The query of the page's address: the code of a display is there.
    'place', substring(page from '[?][^#]*')), now());
  return v_receipt;
end;
$$;

-- What stands before the address of the next page. Nothing, so that it is on the site that answers, when the browser says
-- that the form came from there, or when nobody has set an address; else the setting public_address. Where the API answers
-- at an address of its own, as a hosted project's does, the site is known by that setting alone.
create function private.next_site(headers json) returns text
language sql stable security invoker set search_path = ''
as $$
  select case
    when headers ->> 'sec-fetch-site' = 'same-origin'
      or lower(headers ->> 'origin') in ('http://' || lower(headers ->> 'host'), 'https://' || lower(headers ->> 'host')) then ''
    else coalesce(private.setting('public_address') #>> '{}', '')
  end
$$;

-- Takes the form: score, and the code of a counter (6 characters) or of a visit (10); without a code, the one in the
-- address of the page that sent the form. Answers with 303: to rated.html#<receipt>, or to not-rated.html#<key of the
-- refusal>, in the fragment, so that no log holds them.
create function public.submit_rating_form(score text default null, code text default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_headers json := coalesce(nullif(current_setting('request.headers', true), ''), '{}')::json;
  v_page text := v_headers ->> 'referer';
  v_code text := private.crockford(replace(
    coalesce(nullif(code, ''), substring(v_page from '^https?://[^/?#]+/[rv]/([^/?#]+)')), '%20', ''));
  v_next text;
begin
  begin
    v_next := 'rated.html#' || regexp_replace(private.accept_form(score, v_code, v_page), '(.{4})(?=.)', '\1-', 'g');
  exception when others then
    -- What the person can mend leads to a page that explains it; anything else is an error of ours.
    if sqlstate !~ '^PT4' then
      raise;
    elsif private.refused_try(sqlerrm) is not null then
      perform private.count_refused_try(json_build_object(case when length(v_code) = 10 then 'visit' else 'counter' end, v_code),
        private.refused_try(sqlerrm), private.local_day(now()));
    end if;
    v_next := 'not-rated.html#' || sqlerrm;
  end;
  perform set_config('response.status', '303', true);
  perform set_config('response.headers', json_build_array(json_build_object('Location', private.next_site(v_headers) || '/' || v_next),
    json_build_object('Cache-Control', 'no-store'))::text, true);
end;
$$;
grant execute on function public.submit_rating_form(text, text) to anon, authenticated;
