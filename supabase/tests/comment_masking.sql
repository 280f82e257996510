begin;
\ir fixtures/sample_province.sql
\set examples `cat supabase/tests/fixtures/comment_masking.json`
select no_plan();

-- The same examples hold for the app: src/lib/text/mask.test.ts.
select is(private.mask_identifiers(e ->> 0), e ->> 1, e ->> 0) from jsonb_array_elements(:'examples'::jsonb -> 'masked') e;
select is(private.mask_identifiers(e), e, e) from jsonb_array_elements_text(:'examples'::jsonb -> 'kept') e;
select is(private.mask_identifiers(null), null, 'nothing stays nothing');

-- However somebody writes, a release is not held up. About ten milliseconds; a pattern that goes wrong takes seconds, and a
-- machine that does other things as well is a few times slower.
create function test.milliseconds_to_mask(written text) returns double precision language plpgsql as $$
declare
  v_begun timestamptz := clock_timestamp();
begin
  perform private.mask_identifiers(written);
  return extract(epoch from clock_timestamp() - v_begun) * 1000;
end;
$$;
select cmp_ok((select min(m) from (select test.milliseconds_to_mask(w) as m from generate_series(1, 5)) t), '<', 100::double precision, 'a thousand letters of ' || part)
from unnest(array['0912345678 ', '1', 'a.', 'zalo: ', '12/10/', '1.500.', '(0 ', '     ', 'không ', '💰１', 'm.a.', '67A-123.4 ']) part,
  left(repeat(part, 1000), 1000) w;

select finish();
rollback;
