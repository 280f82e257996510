-- What people answered besides the faces: how often each answer was given, in whole groups of answers.

create type private.answer_count as (question text, answer text, n bigint);

-- Groups name neither channel nor trust, so a question for one of them has no answer. A period holds the groups of the
-- quarters that lie in it as a whole.
create function private.answer_counts(office text, procedure text, field text, channel public.service_channel,
  trust public.trust, from_month date, to_month date, predecessors boolean) returns setof private.answer_count
language sql stable security invoker set search_path = '' set jit = off
as $$
  select g.question, a.key, sum(a.value::bigint)::bigint
  from public.answer_groups g cross join jsonb_each_text(g.answers) a
  where answer_counts.channel is null and answer_counts.trust is null
    and (answer_counts.office is null or g.office_code = any (array(
      select private.office_with_descendants(answer_counts.office) where not answer_counts.predecessors
      union all select private.office_with_predecessors(answer_counts.office) where answer_counts.predecessors)))
    and (answer_counts.procedure is null or g.procedure_code = answer_counts.procedure)
    and (answer_counts.field is null or g.field_code = answer_counts.field)
    -- Bounds of the column itself, so that a report of one quarter does not read all of them.
    and g.quarter >= coalesce(date_trunc('month', answer_counts.from_month), '-infinity')
    and g.quarter <= coalesce(answer_counts.to_month - interval '2 months', 'infinity')
  group by 1, 2
$$;

-- One row an answer that was given. question and answer are those of private.detail_choices(); what was praised and what
-- should improve is answered by satisfaction(by => 'factor'). Filters and refusals
-- as for satisfaction.
create function public.answers(office text default null, procedure text default null, field text default null,
  channel text default null, trust text default null, from_month text default null,
  to_month text default null, predecessors text default 'false', headline text default 'false')
returns table (question text, answer text, n bigint)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_from date := private.month_argument(from_month);
  v_to date := private.month_argument(to_month);
begin
  perform private.check_months(v_from, v_to);
  perform private.check_office_code(office);
  perform private.check_procedure_code(procedure);
  perform private.check_field_code(field);
  perform private.allow_shared_copies('answers');
  return query select c.* from private.asked_months(private.flag_argument(headline), v_from, v_to) m
    cross join lateral private.answer_counts(office, procedure, field, private.channel_argument(channel),
      private.trust_argument(trust), m.first_month, m.last_month, private.flag_argument(predecessors)) c
    where c.question not in ('praised', 'improve') order by 1, 2;
end;
$$;
grant execute on function public.answers(text, text, text, text, text, text, text, text, text)
  to anon, authenticated;
comment on function public.answers(text, text, text, text, text, text, text, text, text) is
  'How often each answer to the optional questions was given, in whole groups of at least 20 people, formed at the end of a quarter.';
