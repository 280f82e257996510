-- How the figures are made, by date. Another number before the point: rates are made another way, which is a break in
-- every series. Another one after it: rates and intervals are as before, and the series go on (breaksOf in
-- src/data/method.ts). The columns by language are part of the public contract; a further language reads the English one
-- until it has its own.

-- The first version holds from a day before any figure there is: made-up ones reach back eighteen months
-- (scripts/demo/load.test.ts).
create table public.method_versions (
  version text primary key check (version ~ '^[0-9]+\.[0-9]+$'),
  valid_from date not null unique,
  summary_vi text not null check (summary_vi <> ''),
  summary_en text not null check (summary_en <> ''),
  summary_km text not null check (summary_km <> '')
);

alter table public.method_versions enable row level security;
create policy "anyone reads the versions of the method" on public.method_versions for select to anon, authenticated
  using (true);
grant select on public.method_versions to anon, authenticated;

insert into public.method_versions (version, valid_from, summary_vi, summary_en, summary_km) values (
  '1.0', '2025-01-01',
  'Phiên bản đầu: tỷ lệ của mức 4 và 5, khoảng tin cậy Wilson 95%, công bố theo nhóm từ 10 lượt.',
  'First version: share of answers 4 and 5, Wilson interval at 95 %, published in groups of at least 10.',
  'កំណែដំបូង៖ ចំណែកនៃចម្លើយ 4 និង 5 ចន្លោះ Wilson 95% ផ្សាយជាក្រុមយ៉ាងតិច 10។'
), (
  '1.1', '2026-11-29',
  'Kết luận so với mục tiêu theo chuỗi tin cậy 99%, nên không sai đi vì được xem mỗi ngày; áp dụng cho mọi kỳ, kể cả kỳ đã qua. Tỷ lệ và khoảng Wilson 95% không đổi.',
  'Verdicts against the target by a 99 % confidence sequence, so that looking every day does not make them wrong; for every period, those that are over too. Rates and Wilson intervals at 95 % as before.',
  'សេចក្តីសន្និដ្ឋានធៀបនឹងគោលដៅ តាមលំដាប់ជឿជាក់ 99% ដូច្នេះការមើលរាល់ថ្ងៃមិនធ្វើឱ្យវាខុសទេ សម្រាប់គ្រប់រយៈពេល រួមទាំងរយៈពេលដែលចប់។ អត្រា និងចន្លោះ Wilson 95% នៅដដែល។'
), (
  '1.2', '2026-11-30',
  'Thêm: cơ quan tiến bộ chắc chắn, so từng quý đã hết với cùng quý năm trước, khoảng 99,5% của Newcombe, từ 100 lượt mỗi bên. Tỷ lệ, khoảng tin cậy và kết luận không đổi.',
  'Added: offices that surely improved, each quarter that is over beside the same one a year before, by Newcombe''s interval at 99.5 %, from 100 ratings on each side. Rates, intervals and verdicts as before.',
  'បន្ថែម៖ ស្ថាប័នដែលបានប្រសើរឡើងយ៉ាងប្រាកដ ដោយប្រៀបធៀបត្រីមាសដែលចប់ជាមួយត្រីមាសដដែលនៃឆ្នាំមុន តាមចន្លោះ Newcombe 99.5% ចាប់ពី 100 លើកម្ខាង។ អត្រា ចន្លោះ និងសេចក្តីសន្និដ្ឋាននៅដដែល។'
), (
  '2.0', '2026-12-01',
  'Số liệu chính và kết luận chỉ tính lượt có mã khi có từ 50 lượt như thế; ít hơn thì tính mọi lượt đã công bố, ghi rõ là chưa xác thực và không kết luận. Lượt có mã không còn gộp chung với lượt không có mã khi công bố. Áp dụng cho mọi kỳ; lượt từng gộp chung trước đó không tách ra được.',
  'The headline and its verdict count ratings with a visit code alone where there are at least 50 of them; with fewer, all that is published, said to be unproven, without a verdict. Ratings with a code are no longer published together with those without. For every period; what was published together before cannot be told apart.',
  'តួលេខចម្បង និងសេចក្តីសន្និដ្ឋាន រាប់តែការវាយតម្លៃមានកូដ ពេលមានយ៉ាងតិច 50 បើតិចជាងនេះ រាប់ទាំងអស់ដែលបានផ្សាយ បញ្ជាក់ថាមិនទាន់ផ្ទៀងផ្ទាត់ ហើយគ្មានសេចក្តីសន្និដ្ឋាន។ ការវាយតម្លៃមានកូដ លែងផ្សាយរួមជាមួយអ្វីដែលគ្មានកូដ។ សម្រាប់គ្រប់រយៈពេល អ្វីដែលបានផ្សាយរួមពីមុន មិនអាចបំបែកបានទេ។'
);
