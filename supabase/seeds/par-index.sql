-- The index of administrative reform, which the province published for the old district. Written by scripts/build/seed.ts
-- from supabase/reference/par-index.csv. Only for a unit that is there and of which no year is known.
insert into public.par_index (office_code, year, score, rank, ranked_units, group_name, source)
select s.* from (values
  ('huyen-cho-moi', 2015, 90.09, 6, 11, null::text, 'Báo An Giang 12/11/2020'),
  ('huyen-cho-moi', 2016, 85.82, 10, 11, null::text, 'Báo An Giang 12/11/2020'),
  ('huyen-cho-moi', 2017, 86.85, 4, 11, null::text, 'Báo An Giang 12/11/2020'),
  ('huyen-cho-moi', 2018, 90.1, 6, 11, null::text, 'Báo An Giang 12/11/2020'),
  ('huyen-cho-moi', 2019, 89.95, 3, 11, null::text, 'Báo An Giang 12/11/2020')
) s (office_code, year, score, rank, ranked_units, group_name, source)
where exists (select from public.offices o where o.code = s.office_code)
  and not exists (select from public.par_index p where p.office_code = s.office_code);
