-- What an office does with a comment: marks it handled, replies. The reply reaches the citizen's receipt, and nobody
-- learns whose that is.

-- A comment that the person may answer. Refusals: 401, 403, 404 comment_unknown.
create function private.answerable_comment(comment uuid) returns public.comments
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_comment public.comments;
begin
  select * into v_comment from public.comments c where c.id = comment for update;
  if not found then
    -- Only those at the top learn that there is no such comment.
    perform private.require_capability(null, 'change_settings');
    perform private.refuse(404, 'comment_unknown');
  end if;
  perform private.require_capability(v_comment.office_code, 'reply_to_comments');
  return v_comment;
end;
$$;

-- Answers with the comment. Refusals: those above, 400 flag_invalid.
create function public.handle_comment(comment text, handled text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment public.comments := private.answerable_comment(private.uuid_argument(comment));
  v_handled boolean := private.flag_argument(handled);
begin
  update public.comments c set handled_at = case when v_handled then coalesce(c.handled_at, now()) end,
    handled_by = case when v_handled then coalesce(c.handled_by, private.actor()) end
  where c.id = v_comment.id returning * into v_comment;
  return to_jsonb(v_comment);
end;
$$;
grant execute on function public.handle_comment(text, text) to authenticated;

-- The same for many, all or none; answers with those that it changed, so that it can be taken back. What has a reply, or is
-- as wanted already, stays as it is. Refusals besides: 422 too_many_comments for more than 500,
-- 400 body_invalid for what is no list.
create function public.handle_comments(comments jsonb, handled text) returns uuid[]
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment uuid;
  v_changed uuid[];
  v_handled boolean := private.flag_argument(handled);
  v_listed text[] := private.text_list(comments);
  v_wanted uuid[] := array(select distinct private.uuid_argument(c) from unnest(v_listed) c);
begin
  if cardinality(v_listed) > 500 then
    perform private.refuse(422, 'too_many_comments');
  end if;
  -- In one order, so that two who do the same never wait for each other.
  for v_comment in select c from unnest(v_wanted) c order by c loop
    perform private.answerable_comment(v_comment);
  end loop;
  with marked as (
    update public.comments c set handled_at = case when v_handled then now() end,
      handled_by = case when v_handled then private.actor() end
    where c.id = any (v_wanted) and c.reply is null and (c.handled_at is not null) <> v_handled returning c.id
  )
  select coalesce(array_agg(id order by id), '{}') into v_changed from marked;
  return v_changed;
end;
$$;
grant execute on function public.handle_comments(jsonb, text) to authenticated;

-- Replies, or corrects a reply; the comment is handled by it. seen: the reply that the person saw, null for none.
-- Answers with the comment. Refusals besides: 422 reply_missing, reply_too_long, text_unreadable, 409 changed_meanwhile,
-- 410 comment_forgotten when the rating has been deleted since, and with it the way to its receipt.
create function public.reply_to_comment(comment text, text text, seen text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment public.comments := private.answerable_comment(private.uuid_argument(comment));
  v_text text := private.long_text(reply_to_comment.text, 'reply_too_long');
  v_rating uuid;
begin
  if v_text is null then
    perform private.refuse(422, 'reply_missing');
  elsif v_comment.reply is distinct from seen then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  select c.receipt_hash into v_rating from private.comments c where c.id = v_comment.id;
  if v_rating is null then
    perform private.refuse(410, 'comment_forgotten');
  end if;
  insert into private.replies (receipt_hash, text, replied_on) values (v_rating, v_text, private.local_day(now()))
  on conflict (receipt_hash) do update set text = excluded.text, replied_on = excluded.replied_on;
  update public.comments c set reply = v_text, replied_at = now(), replied_by = private.actor(),
    handled_at = coalesce(c.handled_at, now()), handled_by = coalesce(c.handled_by, private.actor())
  where c.id = v_comment.id returning * into v_comment;
  return to_jsonb(v_comment);
end;
$$;
grant execute on function public.reply_to_comment(text, text, text) to authenticated;

-- How satisfied the person is since the office replied; it may be given again. Refusal: 409 no_reply.
create function private.rate_reply(request json) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['receipt', 'score']);
  v_rating private.ratings := private.rating_by_receipt(private.text_field(v_body, 'receipt', 'receipt_malformed'));
begin
  update private.replies set score_after = private.checked_score(v_body -> 'score') where receipt_hash = v_rating.receipt_hash;
  if not found then
    perform private.refuse(409, 'no_reply');
  end if;
  return private.rating_state(v_rating);
end;
$$;

create function public.rate_reply(json) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.rate_reply($1)
$$;
grant execute on function public.rate_reply(json) to anon, authenticated;

-- What was written before anything was masked, for an auditor of the office; the looking is logged.
-- Refusals: 401, 403, 404 comment_unknown, 410 comment_forgotten.
create function public.look_at_original(comment text) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment uuid := private.uuid_argument(comment);
  v_office text := (select c.office_code from public.comments c where c.id = v_comment);
  v_original text;
begin
  perform private.require_capability(v_office, 'read_original_comments');
  if v_office is null then
    perform private.refuse(404, 'comment_unknown');
  end if;
  select c.original into v_original from private.comments c where c.id = v_comment;
  if v_original is null then
    perform private.refuse(410, 'comment_forgotten');
  end if;
  perform private.write_audit_log('look_at_original', 'comments', v_comment::text, v_office, null, null);
  return v_original;
end;
$$;
grant execute on function public.look_at_original(text) to authenticated;
