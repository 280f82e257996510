-- What a person may add to a rating: all optional, none with a default. Factors are the five of SIPAS (QĐ 2640 of
-- 2017); trips and agencies are indices 3 and 4 of circular 01/2018.

-- Every question and its answers; of praised and improve a person may give several. This is the only list of the factors.
create function private.detail_choices() returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select jsonb_build_object('praised', factors, 'improve', factors) || '{
    "outcome": ["received", "supplement", "refused", "waiting"],
    "timeliness": ["early", "on_time", "late", "not_yet"],
    "trips": ["0", "1", "2+"],
    "agencies": ["0", "1", "2+"],
    "money": ["no", "yes", "not_said"],
    "filled_by": ["myself", "family", "officer"],
    "applicant": ["citizen", "business"]
  }'
  from (select '["access", "procedure", "staff", "result", "feedback"]'::jsonb as factors) sipas
$$;

create function private.is_valid_detail(question text, answer jsonb) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select case
    when jsonb_typeof(answer) = 'null' then true
    when question = 'comment' then jsonb_typeof(answer) = 'string' and length(private.clean_text(answer #>> '{}')) <= 1000
    when question in ('praised', 'improve') then jsonb_typeof(answer) = 'array'
      and answer <@ (private.detail_choices() -> question)
      and (select count(*) = count(distinct a) from jsonb_array_elements(answer) a)
    else jsonb_typeof(answer) = 'string' and private.detail_choices() -> question @> answer
  end
$$;

-- Adds answers to those already given; null takes one back. Refusal: 422 details_invalid.
create function private.add_rating_details(request json) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(private.storable(request), array['receipt', 'details']);
  v_details jsonb := v_body -> 'details';
  v_rating private.ratings := private.correctable_rating(
    private.text_field(v_body, 'receipt', 'receipt_malformed'));
begin
  if v_details is null or jsonb_typeof(v_details) <> 'object' or exists (
    select from jsonb_each(v_details) d where private.is_valid_detail(d.key, d.value) is not true
  ) then
    perform private.refuse(422, 'details_invalid');
  end if;
  if jsonb_typeof(v_details -> 'comment') = 'string' then
    v_details := jsonb_set(v_details, '{comment}', to_jsonb(private.clean_text(v_details ->> 'comment')));
  end if;
  update private.ratings
  set details = nullif(jsonb_strip_nulls(coalesce(details, '{}') || v_details), '{}')
  where receipt_hash = v_rating.receipt_hash
  returning * into v_rating;
  return private.rating_state(v_rating);
end;
$$;

create function public.add_details(json) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.add_rating_details($1)
$$;
grant execute on function public.add_details(json) to anon, authenticated;
