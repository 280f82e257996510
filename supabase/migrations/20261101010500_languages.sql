-- The languages of the app, and every text that the database itself speaks: those of the badge and of the preview of a
-- link. A new language is a row of the first table, its texts in the second, and the catalogues of the app. What a
-- table of the API holds by language (method_versions) keeps its columns; a language without one reads the English
-- text.

create table private.languages (
  code text primary key check (code ~ '^[a-z]{2}$'),
  -- The first is what an unknown language falls back to.
  position integer not null unique,
  -- In the language itself, in full and as it fits a phone.
  name text not null,
  short_name text not null,
  decimal_mark text not null,
  group_mark text not null
);
insert into private.languages (code, position, name, short_name, decimal_mark, group_mark) values
  ('vi', 1, 'Tiếng Việt', 'VI', ',', '.'),
  ('en', 2, 'English', 'EN', '.', ','),
  ('km', 3, 'ខ្មែរ', 'ខ្មែរ', ',', '.');

create table private.texts (
  key text not null,
  language text not null references private.languages,
  text text not null,
  primary key (language, key)
);
insert into private.texts (language, key, text) values
  ('vi', 'satisfied', 'người trả lời hài lòng'),
  ('vi', 'n', '{n} lượt'),
  ('vi', 'by_code', '{n} lượt có mã trên {all} lượt'),
  ('vi', 'unproven', '{n} lượt, chỉ {codes} có mã: chưa xác thực'),
  ('vi', 'interval', 'Khoảng tin cậy 95%: {low}–{high}'),
  ('vi', 'none', 'Chưa công bố: dưới {k} lượt trong 12 tháng'),
  ('vi', 'period', '{from} đến {to}'),
  ('vi', 'illustrative', 'Dữ liệu minh họa'),
  ('vi', 'all', 'Người dân hài lòng đến đâu?'),
  ('vi', 'what', 'Mức độ hài lòng đã công bố về việc giải quyết thủ tục hành chính.'),
  ('en', 'satisfied', 'of respondents satisfied'),
  ('en', 'n', '{n} ratings'),
  ('en', 'by_code', '{n} ratings with a code, of {all}'),
  ('en', 'unproven', '{n} ratings, only {codes} with a code: unproven'),
  ('en', 'interval', '95% interval: {low}–{high}'),
  ('en', 'none', 'Not published yet: under {k} ratings in 12 months'),
  ('en', 'period', '{from} to {to}'),
  ('en', 'illustrative', 'Made-up data'),
  ('en', 'all', 'How satisfied are people?'),
  ('en', 'what', 'Published satisfaction with administrative services.'),
  ('km', 'satisfied', 'នៃអ្នកឆ្លើយពេញចិត្ត'),
  ('km', 'n', 'ការវាយតម្លៃ {n}'),
  ('km', 'by_code', 'ការវាយតម្លៃមានកូដ {n} ក្នុង {all}'),
  ('km', 'unproven', 'ការវាយតម្លៃ {n} មានកូដតែ {codes}៖ មិនទាន់ផ្ទៀងផ្ទាត់'),
  ('km', 'interval', 'ចន្លោះ 95%៖ {low}–{high}'),
  ('km', 'none', 'មិនទាន់ផ្សាយ៖ តិចជាង {k} ក្នុង 12 ខែ'),
  ('km', 'period', '{from} ដល់ {to}'),
  ('km', 'illustrative', 'ទិន្នន័យឧទាហរណ៍'),
  ('km', 'all', 'តើប្រជាជនពេញចិត្តប៉ុណ្ណា?'),
  ('km', 'what', 'ការពេញចិត្តចំពោះសេវារដ្ឋបាល ដែលបានផ្សាយ។');

-- The language of a code, or the first one.
create function private.language_or_first(lng text) returns private.languages
language sql stable security invoker set search_path = ''
as $$
  select l.* from private.languages l order by l.code = lng desc nulls last, l.position limit 1
$$;

-- All texts of a language: {key: text}.
create function private.texts_in(lng text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_object_agg(t.key, t.text) from private.texts t where t.language = (private.language_or_first(lng)).code
$$;
