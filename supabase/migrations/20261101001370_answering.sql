-- What an office does with a comment: marks it handled, replies. The reply reaches the citizen's receipt, and nobody
-- learns whose that is.

create policy "those who work at an office, above it or audit it read its comments" on public.comments
  for select to authenticated
  using (office_code in (select private.offices_as(array['coordinator', 'head', 'clerk', 'auditor'])));
grant select on public.comments to authenticated;
call private.log_table('public.comments', 'id', 'office_code');

-- A comment that the person may answer. Refusals: 401, 403, 404 comment_unknown.
create function private.comment_to_answer(comment uuid) returns public.comments
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_comment public.comments;
begin
  select * into v_comment from public.comments c where c.id = comment for update;
  if not found then
    perform private.require_role(null, array['coordinator']);
    perform private.refuse(404, 'comment_unknown');
  end if;
  perform private.require_role(v_comment.office_code, array['coordinator', 'head', 'clerk']);
  return v_comment;
end;
$$;

-- Answers with the comment. Refusals: those above.
create function public.handle_comment(comment uuid, handled boolean) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment public.comments := private.comment_to_answer(comment);
begin
  update public.comments c set handled_at = case when handled then coalesce(c.handled_at, now()) end,
    handled_by = case when handled then coalesce(c.handled_by, private.actor()) end
  where c.id = comment returning * into v_comment;
  return to_jsonb(v_comment);
end;
$$;
grant execute on function public.handle_comment(uuid, boolean) to authenticated;

-- Replies, or corrects a reply; the comment is handled by it. seen: the reply that the person saw, null for none.
-- Answers with the comment. Refusals besides: 422 reply_missing, 422 reply_too_long, 409 changed_meanwhile,
-- 410 comment_forgotten when the rating has been deleted since, and with it the way to its receipt.
create function public.reply_to_comment(comment uuid, text text, seen text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment public.comments := private.comment_to_answer(comment);
  v_text text := btrim(reply_to_comment.text);
  v_rating uuid;
begin
  if coalesce(v_text, '') = '' then
    perform private.refuse(422, 'reply_missing');
  elsif length(v_text) > 4000 then
    perform private.refuse(422, 'reply_too_long');
  elsif v_comment.reply is distinct from seen then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  select c.rating_id into v_rating from private.comments c where c.id = comment;
  if v_rating is null then
    perform private.refuse(410, 'comment_forgotten');
  end if;
  insert into private.replies (rating_id, text, replied_on) values (v_rating, v_text, private.local_day(now()))
  on conflict (rating_id) do update set text = excluded.text, replied_on = excluded.replied_on;
  update public.comments c set reply = v_text, replied_at = now(), replied_by = private.actor(),
    handled_at = coalesce(c.handled_at, now()), handled_by = coalesce(c.handled_by, private.actor())
  where c.id = comment returning * into v_comment;
  return to_jsonb(v_comment);
end;
$$;
grant execute on function public.reply_to_comment(uuid, text, text) to authenticated;

-- What was written before anything was masked, for an auditor of the office; the looking is logged.
-- Refusals: 401, 403, 404 comment_unknown, 410 comment_forgotten.
create function public.look_at_original(comment uuid) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_office text := (select c.office_code from public.comments c where c.id = comment);
  v_original text;
begin
  perform private.require_role(v_office, array['auditor']);
  if v_office is null then
    perform private.refuse(404, 'comment_unknown');
  end if;
  select c.original into v_original from private.comments c where c.id = comment;
  if v_original is null then
    perform private.refuse(410, 'comment_forgotten');
  end if;
  perform private.note('look_at_original', 'comments', comment::text, v_office, null, null);
  return v_original;
end;
$$;
grant execute on function public.look_at_original(uuid) to authenticated;

-- Texts that an office replies with again and again.
create table public.reply_templates (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  name text not null check (name <> '' and length(name) <= 100),
  text text not null check (text <> '' and length(text) <= 4000),
  unique (office_code, name)
);
alter table public.reply_templates enable row level security;
create policy "those who reply for an office read its templates" on public.reply_templates for select to authenticated
  using (office_code in (select private.offices_as(array['coordinator', 'head', 'clerk'])));
grant select on public.reply_templates to authenticated;
call private.log_table('public.reply_templates', 'id', 'office_code');

-- Keeps a template under its name; an empty text deletes it. Answers with the templates of the office: [{name, text}].
-- Refusals: 401, 403, 404 office_unknown, 422 name_missing, 422 reply_too_long.
create function public.save_reply_template(office text, name text, text text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_name text := left(btrim(save_reply_template.name), 100);
  v_text text := btrim(save_reply_template.text);
begin
  perform private.require_role(office, array['coordinator', 'head', 'clerk']);
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif coalesce(v_name, '') = '' then
    perform private.refuse(422, 'name_missing');
  elsif length(v_text) > 4000 then
    perform private.refuse(422, 'reply_too_long');
  elsif coalesce(v_text, '') = '' then
    delete from public.reply_templates t where t.office_code = office and t.name = v_name;
  else
    insert into public.reply_templates as t (office_code, name, text) values (office, v_name, v_text)
    on conflict on constraint reply_templates_office_code_name_key do update set text = v_text;
  end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'text', t.text) order by t.name), '[]')
    from public.reply_templates t where t.office_code = office);
end;
$$;
grant execute on function public.save_reply_template(text, text, text) to authenticated;
