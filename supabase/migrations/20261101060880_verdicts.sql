-- Whether a rate is above its target or below it. Everybody reads the figures after every release, so a verdict that is
-- right nineteen times in twenty when it is read once is wrong for four offices in ten when it is read every day of a
-- year. This one may be read as often as anybody likes: it is given only while a bet against "the rate is exactly the
-- target" has multiplied its stake by a hundred, and if that is what the rate is, no way of betting ever gets so far
-- with more than one office in a hundred (Ville 1939). docs/decisions/verdicts.md has the simulation by which the number
-- was chosen and what it costs in days.

-- The natural logarithm of what the bet has made of 1: the chance of these answers if the rate were unknown, over their
-- chance at the target q. Unknown is a beta distribution of the weight of 30 ratings that lie at the target (Robbins
-- 1970; Howard, Ramdas, McAuliffe and Sekhon 2021):
-- B(30 q + satisfied, 30 (1 - q) + n - satisfied) / B(30 q, 30 (1 - q)) / (q ^ satisfied (1 - q) ^ (n - satisfied)).
-- A gamma function is Stirling's series seven steps up, right to nine digits from 0.3 on; what it adds to all six alike
-- cancels out. target_percent: 1 to 99. In PL/pgSQL, because a function in SQL would be planned anew in every call.
create function private.verdict_evidence(satisfied bigint, n bigint, target_percent integer) returns double precision
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_target constant double precision := target_percent / 100.0::double precision;
  v_met constant double precision := 30 * v_target;
  v_missed constant double precision := 30 * (1 - v_target);
  v_gammas constant double precision[] := array[v_met + satisfied, v_missed + n - satisfied, 30 + n, v_met, v_missed, 30];
  v_times constant integer[] := array[1, 1, -1, -1, -1, 1];
  v_evidence double precision := -satisfied * ln(v_target) - (n - satisfied) * ln(1 - v_target);
  v_x double precision;
  v_z double precision;
begin
  for i in 1..6 loop
    v_x := v_gammas[i];
    v_z := v_x + 7;
    v_evidence := v_evidence + v_times[i] * ((v_z - 0.5) * ln(v_z) - v_z
      + (1 - (1 / 30.0::double precision - 1 / (105 * v_z * v_z)) / (v_z * v_z)) / (12 * v_z)
      - ln(v_x * (v_x + 1) * (v_x + 2) * (v_x + 3) * (v_x + 4) * (v_x + 5) * (v_x + 6)));
  end loop;
  return v_evidence;
end;
$$;

-- met: the rate is above the target, with evidence of a hundred to one; not_met: below it, with as much; else undecided.
-- A function of the sums alone: the same numbers have the same verdict whoever looks when, and whatever period they are of.
create function private.verdict(satisfied bigint, n bigint, target_percent integer) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  return case when private.verdict_evidence(satisfied, n, target_percent) < ln(100::double precision) then 'undecided'
    when 100 * satisfied > target_percent * n then 'met' else 'not_met' end;
end;
$$;
