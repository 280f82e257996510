-- What the holder of a receipt may do with a rating: see its state, correct it, withdraw it. Once it is in a batch it can
-- no longer be changed.

-- The rating of a receipt, locked until the transaction ends. Refusals: 400 receipt_malformed, 404 receipt_unknown.
create function private.rating_by_receipt(receipt text) returns private.ratings
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rating private.ratings;
begin
  select * into v_rating from private.ratings where receipt_hash = private.receipt_hash(receipt) for update;
  if not found then
    perform private.refuse(404, 'receipt_unknown');
  end if;
  return v_rating;
end;
$$;

-- The same, while the person may still change it. Refusal: 409 too_late once it is in a batch or withdrawn.
create function private.correctable_rating(receipt text) returns private.ratings
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rating private.ratings := private.rating_by_receipt(receipt);
begin
  if v_rating.batch_number is not null or v_rating.set_aside = 'withdrawn' then
    perform private.refuse(409, 'too_late');
  end if;
  return v_rating;
end;
$$;

-- An absent field stays as it was; procedure null means that none is named any more. A visit keeps its procedure then:
-- it came from a finished dossier, and nobody could name it again, since no rating knows which code let it in. Another
-- one may be named: one dossier often serves several procedures, and the slip names one.
--
-- Whoever keeps ratings waiting could send them after a person who has just left, by naming that person's procedure.
-- So ratings that are moved once their half hour is over go along with a batch, and all those of an office count as
-- one person towards it.
create function private.correct_rating(request json, at timestamptz) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['receipt', 'score', 'procedure']);
  v_rating private.ratings := private.correctable_rating(
    private.text_field(v_body, 'receipt', 'receipt_malformed'));
begin
  update private.ratings set
    score = case when v_body ? 'score' then private.checked_score(v_body -> 'score') else score end,
    procedure_code = coalesce(
      private.checked_procedure(v_body, procedure_code, office_code, private.local_day(at)),
      case when trust in ('visit', 'control') or not v_body ? 'procedure' then procedure_code end),
    sender = case when v_body ? 'procedure' and received_at < at - interval '30 minutes'
      then private.number_of(office_code || '|moved') else sender end
  where receipt_hash = v_rating.receipt_hash
  returning * into v_rating;
  return private.rating_state(v_rating);
end;
$$;

create function public.change_rating(json) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.correct_rating($1, now())
$$;
grant execute on function public.change_rating(json) to anon, authenticated;

-- Deletes the answer and leaves an empty row, so that the same rating sent again by an outbox stays withdrawn.
create function private.withdraw(request json) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['receipt']);
  v_rating private.ratings := private.rating_by_receipt(private.text_field(v_body, 'receipt', 'receipt_malformed'));
begin
  if v_rating.batch_number is not null then
    perform private.refuse(409, 'too_late');
  end if;
  -- Whoever takes an answer back may give another one. What was set aside had no place to free, nor has what came while no
  -- version of the rules counted devices.
  update private.device_counts c set n = c.n - 1 where c.sender = v_rating.sender and v_rating.set_aside is null
    and (private.set_aside_rules_on(private.local_day(v_rating.received_at))).device_per_office_quarter is not null;
  -- Whose it was is kept until the published totals of what was set aside hold it.
  update private.ratings set set_aside = 'withdrawn', score = null, procedure_code = null, rated_at = null,
    details = null
  where receipt_hash = v_rating.receipt_hash
  returning * into v_rating;
  return private.rating_state(v_rating);
end;
$$;

create function public.withdraw_rating(json) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.withdraw($1)
$$;
grant execute on function public.withdraw_rating(json) to anon, authenticated;

-- Refusals: 400 receipt_malformed, 404 receipt_unknown. Volatile: it goes by POST, so that no server log and no
-- cache holds the receipt.
create function public.receipt_state(receipt text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_rating private.ratings;
begin
  select * into v_rating from private.ratings where receipt_hash = private.receipt_hash(receipt_state.receipt);
  if not found then
    perform private.refuse(404, 'receipt_unknown');
  end if;
  return private.rating_state(v_rating);
end;
$$;
grant execute on function public.receipt_state(text) to anon, authenticated;
