-- Texts that an office replies with again and again.

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
  using (office_code in (select private.offices_where('reply_to_comments')));
grant select on public.reply_templates to authenticated;
call private.log_table('public.reply_templates', 'id', 'office_code');

-- Keeps a template under its name; an empty text deletes it. Answers with the templates of the office: [{name, text}].
-- Refusals: 401, 403, 404 office_unknown, 422 name_missing, reply_too_long, text_too_long, text_unreadable.
create function public.save_reply_template(office text, name text, text text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_name text := left(private.name_field(jsonb_build_object('name', name), 'name'), 100);
  v_text text := private.long_text(save_reply_template.text, 'reply_too_long');
begin
  perform private.require_capability(office, 'reply_to_comments');
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif v_name is null then
    perform private.refuse(422, 'name_missing');
  elsif v_text is null then
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
