begin;
\ir fixtures/sample_province.sql
select no_plan();

select is_empty($$ select l.code, k.key from private.languages l, (select distinct key from private.texts) k
  where not exists (select from private.texts t where t.language = l.code and t.key = k.key) $$, 'every text is there in every language');
select is(private.texts_in('xx'), private.texts_in('vi'), 'an unknown language is answered in the first');
select is(private.texts_in(null), private.texts_in('vi'), 'and so is none');
-- Of the languages that there are today: a new one changes no test.
select is(array[private.format_count(1234567, 'vi'), private.format_count(1234567, 'en'), private.format_count(1234567, 'km')],
  array['1.234.567', '1,234,567', '1.234.567'], 'numbers are written as the language writes them');

select finish();
rollback;
