-- What people answered besides the faces: how often each answer was given, in whole batches.

create type private.answer_count as (question text, answer text, n bigint);

create function private.answer_counts(office text, procedure text, field text, channel public.service_channel,
  trust public.trust, from_month date, to_month date, predecessors boolean) returns setof private.answer_count
language plpgsql stable security invoker set search_path = '' set jit = off
as $$
declare
  v_where text := private.where_clause('factor', office, procedure, field, channel, trust, from_month, to_month,
    predecessors);
begin
  return query execute $q$
    select split_part(a.answer, '.', 1), split_part(a.answer, '.', 2), sum(a.n)
    from public.monthly_totals t join private.answer_totals a using (cell)
    where a.answer !~ '^(praised|improve)\.' and $q$ || v_where || $q$
    group by 1, 2 having sum(a.n) > 0
    order by 1, 2$q$
  using office, procedure, field, channel, trust, from_month, to_month;
end;
$$;

-- One row an answer that was given. question and answer are those of private.detail_choices(); what was praised and what
-- should improve is answered by satisfaction(by => 'factor'). Filters as for satisfaction.
create function public.answers(office text default null, procedure text default null, field text default null,
  channel public.service_channel default null, trust public.trust default null, from_month date default null,
  to_month date default null, predecessors boolean default false)
returns table (question text, answer text, n bigint)
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.allow_shared_copies('answers');
  return query select * from private.answer_counts(office, procedure, field, channel, trust, from_month, to_month, predecessors);
end;
$$;
grant execute on function public.answers(text, text, text, public.service_channel, public.trust, date, date, boolean)
  to anon, authenticated;
comment on function public.answers(text, text, text, public.service_channel, public.trust, date, date, boolean) is
  'How often each answer to the optional questions was given, in whole batches.';
