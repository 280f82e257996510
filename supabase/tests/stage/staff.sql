-- People who work at the offices of town.sql, and the acting as one of them: to be included after it.

insert into members (email, office_code, role, invited_by) values
  ('dieu-phoi@tinh.vn', 'thu-tinh', 'coordinator', 'administrator'),
  ('truong@mot.vn', 'thu-mot', 'head', 'administrator'),
  ('can-bo@mot.vn', 'thu-mot', 'clerk', 'administrator'),
  ('truong@hai.vn', 'thu-hai', 'head', 'administrator'),
  ('can-bo@hai.vn', 'thu-hai', 'clerk', 'administrator'),
  ('kiem-tra@tinh.vn', 'thu-tinh', 'auditor', 'administrator'),
  ('kiem-tra@mot.vn', 'thu-mot', 'auditor', 'administrator');

-- What a token of the API says about a person, as PostgREST hands it on.
create function stage.token(email text) returns text language sql as $$
  select jsonb_build_object('role', 'authenticated', 'email', email, 'sub', md5(email)::uuid,
    'session_id', md5('session' || lower(email))::uuid)::text
$$;

-- From here on to the end of the transaction, or to the next acting: 'anon', 'service_role', or an e-mail address.
create function stage.act_as(person text) returns void language plpgsql as $$
begin
  perform set_config('role', 'none', true);
  if person in ('anon', 'service_role') then
    perform set_config('request.jwt.claims', jsonb_build_object('role', person)::text, true);
    perform set_config('role', person, true);
  else
    perform set_config('request.jwt.claims', stage.token(person), true);
    insert into private.sessions values (md5('session' || lower(person))::uuid, lower(person), now()) on conflict (id) do nothing;
    perform set_config('role', 'authenticated', true);
  end if;
end;
$$;
create function stage.act_as_owner() returns void language sql as $$
  select set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
  select;
$$;
-- What a person is refused when they try, or null. Afterwards the owner acts again.
create function stage.tries(person text, query text) returns text language plpgsql as $$
begin
  perform stage.act_as(person);
  execute query;
  perform stage.act_as_owner();
  return null;
exception when others then
  perform stage.act_as_owner();
  return sqlerrm;
end;
$$;
grant usage on schema stage to anon, authenticated, service_role;
grant execute on all functions in schema stage to anon, authenticated, service_role;
