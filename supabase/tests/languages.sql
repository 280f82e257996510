begin;
\ir fixtures/sample_province.sql
select no_plan();

select is_empty($$ select l.code, k.key from private.languages l, (select distinct key from private.texts) k
  where not exists (select from private.texts t where t.language = l.code and t.key = k.key) $$, 'every text is there in every language');
select is(private.texts_in('xx'), private.texts_in('vi'), 'an unknown language is answered in the first');
select is(private.texts_in(null), private.texts_in('vi'), 'and so is none');
select is((select array_agg(private.format_count(1234567, code) order by position) from private.languages),
  array['1.234.567', '1,234,567', '1.234.567'], 'numbers are written as the language writes them');

select finish();
rollback;
