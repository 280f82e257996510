-- What could tell who wrote a comment: telephone, identity, bank and dossier numbers, e-mail addresses, names at
-- messengers, number plates. Found in a plain copy of the text, in which every spelling of a digit or a separator is one;
-- masked in the text itself, which otherwise stays letter by letter. The app warns by the same steps
-- (src/lib/text/mask.ts). A person's name cannot be told from other words here; the app warns of it as well.

-- One letter as it stands in the plain copy: lower case without marks, a digit of any script as 0 to 9, a blank, a dash, a
-- dot, | for the end of a line; ` for what has no width. # and ~ are left to the mask. No regular expression: Postgres keeps
-- some thirty of them ready, and the mask needs those.
create function private.plain_letter(letter text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  c constant integer := ascii(letter);
  -- Where the ten digits of a script begin.
  v_zeros constant integer[] := '{1632,1776,1984,2406,2534,2662,2790,2918,3046,3174,3302,3430,3558,3664,3792,3872,4160,4240,6112,
    6160,6470,6608,6784,6800,6992,7088,7232,7248,42528,43216,43264,43472,43504,43600,44016,66720,68912,68928,69734,69872,69942,
    70096,70384,70736,70864,71248,71360,71376,71386,71472,71904,72016,72688,72784,73040,73120,73184,73552,90416,92768,92864,
    93008,93552,123200,123632,124144,124401,125264}'::integer[];
  -- Marks without width (Cf), variation selectors, marks over and around a letter.
  v_marks constant int4multirange := '{[96,96],[173,173],[768,879],[1536,1541],[1564,1564],[1757,1757],[1807,1807],[2192,2193],
    [2274,2274],[6155,6159],[8203,8207],[8234,8238],[8288,8303],[8400,8447],[65024,65039],[65279,65279],[65529,65531],
    [69821,69821],[69837,69837],[78896,78911],[113824,113827],[119155,119162],[917505,917631],[917760,917999]}'::int4multirange;
  v_zero integer;
  v_plain text;
begin
  -- Khmer, Chinese and Korean letters, and pictures.
  if c between 6016 and 6099 or c between 13312 and 42000 or c between 44032 and 55203 or c between 127456 and 129791 then
    return letter;
  end if;
  if c in (10, 13, 133, 8232, 8233) then return '|'; end if;
  if c < 32 or c between 127 and 160 or c in (5760, 8239, 8287, 12288) or c between 8192 and 8202 then return ' '; end if;
  if c in (35, 9618, 65283, 65119) then return '~'; end if;
  if v_marks @> c then return '`'; end if;
  if strpos('‐‑‒–—―−˗⁃➖֊־᐀᠆⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－𐵮𐺭', letter) > 0 then return '-'; end if;
  if strpos('·•‧∙⋅・。｡․﹒．۔⸱…', letter) > 0 then return '.'; end if;
  if strpos('、，､،٫٬', letter) > 0 then return ','; end if;
  if strpos('⁄∕⧸', letter) > 0 then return '/'; end if;
  if strpos('đĐðÐ', letter) > 0 then return 'd'; end if;
  v_zero := v_zeros[width_bucket(c, v_zeros)];
  if c between v_zero and v_zero + 9 then return c - v_zero; end if;
  v_plain := translate(normalize(letter, nfkd), U&'\0300\0301\0302\0303\0304\0306\0307\0308\0309\030A\030B\030C\030F\0310\0311'
    '\0313\0314\0315\031B\0323\0324\0325\0326\0327\0328\032D\032E\0330\0331\0338\0342\0345', '');
  return case when length(v_plain) = 1 and ascii(v_plain) between 33 and 126 then lower(v_plain) else letter end;
end;
$$;

-- The plain copy, letter for letter as long as the text. Vietnamese letters first, which are nearly all there are.
create function private.plain_letters(written text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_plain text := translate(written, E'ABCDEFGHIJKLMNOPQRSTUVWXYZ#\n'
    'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬĐÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ',
    'abcdefghijklmnopqrstuvwxyz~|'
    'aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyaaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy');
  v_other text;
  v_letters text;
begin
  if octet_length(v_plain) = length(v_plain) and v_plain !~ '[^ -~]' then
    return v_plain;
  end if;
  select string_agg(letter, ''), string_agg(private.plain_letter(letter), '') into v_other, v_letters
  from (select distinct letter from string_to_table(v_plain, null) letter) l where letter not between ' ' and '~' collate "C";
  return translate(v_plain, v_other, v_letters);
end;
$$;

-- What is looked for, in this order. Of each pattern the first group is what must stand before, the second is what is
-- masked (#), or set aside as harmless (~) so that no later step takes it for a number. Written for Postgres and JavaScript
-- alike: no step looks backwards, and of two alternatives that fit the longer one comes first.
create table private.mask_steps (
  position integer primary key,
  -- Most comments skip most steps: what has none of these letters, or for '5' not five digits, has none of these finds. What
  -- is set aside has to be with one digit already: a number that stands before words is none of them.
  needs text not null,
  filler text not null check (filler in ('#', '~')),
  pattern text not null
);
insert into private.mask_steps values
  -- E-mail addresses: a@b.vn; a (a) b . com, a a còng gmail chấm com; a@gmail, a.b gmail.com. Names at messengers: @hoa.
  (11, '@', '#', '(^|[ "#(),:-<>@|])({mailbox}@{host}(?:\.{host})+)'),
  (12, '', '#', '(^|[ "#(),:-<>@|])({mailbox}{at}{host}(?:\.{host})*(?:{dot}{top}(?![a-z0-9]))+)'),
  (13, '', '#', '(^|[ "#(),:-<>@|])({mailbox}{at}{mail}(?:(?:{dot}| ?, ?| ){top})*(?![a-z0-9])|(?:[a-z0-9_-]+[0-9._][a-z0-9._-]*|{mailbox} at) {mail}{dot}com(?![a-z0-9])|{messenger} [a-z]+[._0-9][a-z0-9._]*[a-z0-9]|@[a-z][a-z0-9._]*[a-z0-9_])'),
  -- Where somebody is found: fb.com/hoa, nick zalo hoa, zalo của tôi là hoa, zalo: hoa nguyen.
  (21, '/', '#', '(^|[^a-z0-9.-])((?:https?://)?(?:www\.|m\.|web\.)?(?:{messenger}|m|t|wa|whatsapp|youtube|linkedin|twitter|threads)\.(?:com|me)/[^ |]*[a-z0-9])'),
  (26, '', '#', '((?:^|[^a-z0-9])(?:(?:nick|ten|id) {messenger}(?: {of}){0,3}(?: la)? |{messenger}(?:(?: cua)?(?: (?:toi|em|minh))? (?:nick|ten)(?: la)?|(?: cua)? (?:toi|em|minh) la) ))((?!{stop}(?!{letter})){name}(?: {name}){0,1})'),
  (22, ':=', '~', '({at_messenger})({stop}(?!{letter}))'),
  (23, ':=', '~', '({at_messenger}{name} )({stop}(?!{letter}))'),
  (24, ':=', '~', '({at_messenger}{name} {name} )({stop}(?!{letter}))'),
  (25, ':=', '#', '({at_messenger})({name}(?: {name}){0,3})'),
  -- Dossiers: 000.00.15.H01-240101-0001. Passports. Receipts and codes of a visit, which open the answer: K7M4-Q29X-DP3T.
  (31, '5', '#', '(^|[^a-z0-9])([a-z]?[0-9]{2,3}(?:\.[a-z]?[0-9]{1,3}){0,4} ?- ?[0-9]{6} ?- ?[0-9]{3,7}(?![0-9])|[a-z][0-9]{7,8}(?![a-z0-9]))'),
  (32, '0123456789', '#', '(^|[^a-z0-9-])((?=[0-9 -]{0,13}[a-z])(?=[a-z -]{0,13}[0-9])(?:(?!{base}{4}-(?:19|20)[0-9]{2}-){base}{4} ?- ?{base}{4} ?- ?{base}{2}(?:{base}{2})?|(?=[a-z]{0,8}[0-9][a-z]{0,8}[0-9]){base}{10}(?:{base}{2})?))(?![a-z0-9])'),
  -- Number plates: 67A-123.45 and 67-AA 123.45, 67-B1 23456 and 67A12345, 67F-1234.
  (41, '5', '#', '(^|[^a-z0-9])([1-9][0-9] ?-? ?[a-z][a-z1-9]?(?: ?[-.] ?[0-9]{3}[ .-]?| ?[0-9]{3}[ .-])[0-9]{2})(?![0-9]|{unit})'),
  (42, '5', '#', '(^|[^a-z0-9])([1-9][0-9](?: ?-? ?[a-z][1-9] ?[0-9]{4,5}|-?[a-z][0-9]{5}|-?[a-z] ?- ?(?!19|20)[0-9]{4}))(?![0-9]|{unit})'),
  -- Times of day, days, years, decrees, procedures, house numbers.
  (51, '0123456789', '~', '(^|[^0-9:./-])({time}(?: ?- ?{time})?)(?![0-9]|[.:-] ?[0-9])'),
  (52, '0123456789', '~', '({apart})((?:{day}[./-]{month}(?:[./-]{year})? ?- ?)?{day} ?[./-] ?{month} ?[./-] ?(?:{year}|[0-9]{2})){ends}'),
  (53, '0123456789', '~', '({apart})({year}-{month}-{day}|[0-9]{1,5}/{year}(?:/[a-z]{2})?){ends}'),
  (54, '0123456789', '~', '(^|[^a-z])(nam ?{year}{nextyear}*|ngay ?{day} ?{month} ?{year}){ends}'),
  (55, '0123456789', '~', '({apart})({year}{nextyear}+){ends}'),
  (57, '0123456789', '~', '({apart})([1-3]\.[0-9]{6}(?:\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[a-z][0-9]{2})?|[12]0[01][0-9]{4}|3000[0-9]{3}){ends}'),
  (58, '0123456789', '~', '({apart})((?!(?:/?[0-9]){9})[1-9][0-9]{0,3}[a-z]?(?:/[0-9]{1,4}[a-z]?){1,4}){ends}'),
  -- Numbers of a known length: an area in brackets, a mobile telephone, an identity card, any 0 or 84, an old card.
  (60, '5', '#', '(^|[^0-9])([(][+]?[0-9]{2,4}[)](?:{sep}[0-9]){5,})'),
  (61, '5', '#', '(^|[^0-9])(0(?:{anysep}[0-9]){11}|0[35789](?:{anysep}[0-9]){8})(?![0-9]|{sep}[0-9][0-9]|{sep}[^ 0-9][0-9])'),
  (63, '5', '#', '(^|[^0-9.,/-])((?:0|84)(?:{sep}[0-9]){8,12})(?!{sep}[0-9]|{unit})'),
  (64, '0123456789', '~', '({apart})((?![0-9]{3}, [0-9]{3}, [0-9]{3}(?!,))[1-9][0-9]{0,2}(?:\.[0-9]{1,2})?(?:, [1-9][0-9]{0,2}(?:\.[0-9]{1,2})?)+)(?!,? ?[0-9]|[./-][0-9])'),
  (65, '5', '#', '(^|[^0-9.,/-])((?![0-9]{3}[., ]000[., ]000)[1-9][0-9]{2}{sep}[0-9]{3}{sep}[0-9]{3})(?!{sep}[0-9]|{unit})'),
  -- Sums: with their unit, in thousands, or round. Lists of days, rooms, turns.
  (71, '0123456789', '~', '(^|[^0-9.,])({sum}(?: ?- ?{sum})?{unit})'),
  (72, '0123456789', '~', '(^|[^0-9.,/-])({thousands}(?: ?- ?{thousands})?|{round}(?:,? {round}| ?- ?{round})+|[1-9][0-9]{2,3}0000)(?![0-9]|[.,/-][0-9]| ?[0-9]{3}(?![.,0-9]))'),
  -- Eight digits in words of one of the three languages, or a telephone with tens; seven as digits.
  (81, '', '#', '(^|[^0-9a-z])({zero}{sep}{spoken}(?:{sep}(?:{spoken}|(?:muoi|tram|linh|le)(?![a-z]))){6,}|{spoken}(?:{sep}{spoken}){7,}|{khmer}(?:{sep}{khmer}){7,})'),
  (82, '5', '#', '(^|[^0-9])([0-9](?:{sep}[0-9]){6,})'),
  -- The sign before 84.
  (91, '+', '#', '()([+]#)');

-- What they have in common. unit: not "đồng ý", which is to agree. stop: words after "zalo:" that are no name.
do $parts$
declare
  v_part text[];
begin
  foreach v_part slice 1 in array array[
    ['apart', '(?:^|[^0-9./ -]) {0,3}'], ['ends', '(?![0-9]| ?[./-] ?[0-9])'], ['mailbox', '[^ "#(),:-<>@|]+'], ['host', '[^ -,./:-_{-~]+'],
    ['at', '(?: {0,2}@ {0,2}| ?[(:-^] ?(?:@|at|a|a cong) ?[):-^] ?| a[ -]?(?:cong|vong|moc|quan|cuon) )'],
    ['khmer', '(?:សូន្យ|មួយ|ពីរ|បី|បួន|ប្រាំ(?:មួយ|ពីរ|បី|បួន)?)'], ['top', '(?:com|vn|net|org|gov|edu|info|me)'], ['mail', '(?:g-?mail|yahoo|hotmail|outlook|icloud)'],
    ['base', '[0-9a-hjkmnp-tv-z]'], ['round', '[1-9][0-9]{0,3}000'],
    ['dot', ' ?[(:-^]? ?(?:\.|cham|dot) ?[):-^]? ?'],
    ['at_messenger', '(?:^|[^a-z0-9]){messenger}(?: {of}){0,3} ?[:=] ?'],
    ['messenger', '(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)'],
    ['of', '(?:cua|toi|em|minh|anh|chi|co|chu|nick|ten|id)'],
    ['name', '[^ -,/:-^{-~]*{letter}'],
    ['stop', '(?:khong|ko|rat|da|chua|co|de|cho|nhung|va|duoc|khi|neu|toi|nhe|nhen|cam on|xin|gap|roi|tra|gui|nhan|qua|dang|cua|goi|lau|nhanh|cham|hinh|ho so|xa|ubnd|uy ban|thong bao)'],
    ['letter', '[^ -/:-_{-~]'], ['day', '(?:0?[1-9]|[12][0-9]|3[01])'], ['month', '(?:0?[1-9]|1[0-2])'],
    ['nextyear', '(?: {0,2}[-/,;&] {0,2}{year})'], ['year', '(?:19|20)[0-9]{2}'],
    ['time', '(?:[01]?[0-9]|2[0-4])[:hg][0-5][0-9](?::[0-5][0-9])?'],
    ['sep', '[ .,()/_*:;|-]{0,5}'], ['anysep', '[ !"$-/:-@[-_{-}]{0,5}'], ['zero', '(?:(?:khong|hong|oh|o|zero)(?![a-z])|0(?![0-9]))'],
    ['unit', ' {0,2}(?:dong(?! y)|d|vnd|k|tr|trieu|nghin|ngan|ty|ti|usd|m2|ho so|luot|%)(?![a-z0-9])'],
    ['sum', '[1-9][0-9]*(?:[., ][0-9]{3})*(?:[.,][0-9]{1,2})?'], ['thousands', '[1-9][0-9]{0,2}(?:[.,][0-9]{3})+'],
    ['spoken', '(?:(?:khong|hong|oh|o|zero|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|one|two|three|four|five|six|seven|eight|nine)(?![a-z])|[0-9](?![0-9]))']
  ] loop
    update private.mask_steps set pattern = replace(pattern, '{' || v_part[1] || '}', v_part[2]);
  end loop;
end;
$parts$;

-- The plain copy with each find of a pattern filled, letter for letter. Marked first, all in one pass.
create function private.fill_matches(plain text, pattern text, filler text) returns text
language plpgsql immutable strict security invoker set search_path = ''
as $$
declare
  v_marked text := regexp_replace(plain, pattern, E'\\1\x01\\2\x02', 'g');
begin
  return case when v_marked = plain then plain else (
    select string_agg(case n when 1 then piece else rpad('', strpos(piece, E'\x02') - 1, filler) || split_part(piece, E'\x02', 2) end, '' order by n)
    from string_to_table(v_marked, E'\x01') with ordinality t (piece, n)) end;
end;
$$;

-- The text with ▒▒▒ in the place of each find, and all else as it was written.
create function private.mask_identifiers(written text) returns text
language plpgsql stable strict security invoker set search_path = ''
as $$
declare
  v_copy text := private.plain_letters(written);
  v_plain text := replace(v_copy, '`', '');
  -- Which letter of the text each letter of the plain copy was; null while none was left out.
  v_places integer[];
  v_needs text[] := array(
    select needs from (select distinct needs from private.mask_steps) s
    where case needs when '' then true when '5' then length(v_plain) - length(translate(v_plain, '0123456789', '')) >= 5
      else translate(v_plain, needs, '') <> v_plain end);
  v_step private.mask_steps;
  v_start integer;
  v_end integer := 1;
  v_done integer := 0;
  v_masked text := '';
begin
  for v_step in select * from private.mask_steps where needs = any (v_needs) order by position loop
    v_plain := private.fill_matches(v_plain, v_step.pattern, v_step.filler);
  end loop;
  if strpos(v_plain, '#') = 0 then
    return written;
  elsif length(v_plain) < length(v_copy) then
    v_places := array(select n from string_to_table(v_copy, null) with ordinality c (letter, n) where letter <> '`' order by n);
  end if;
  loop
    v_start := v_end + strpos(substr(v_plain, v_end), '#') - 1;
    exit when v_start < v_end;
    v_end := v_start + length(substr(v_plain, v_start)) - length(ltrim(substr(v_plain, v_start), '#'));
    v_masked := v_masked || substr(written, v_done + 1, coalesce(v_places[v_start], v_start) - v_done - 1) || '▒▒▒';
    -- Up to the next letter: marks on the last one go with it.
    v_done := case when v_places is null then v_end - 1 else coalesce(v_places[v_end] - 1, length(written)) end;
  end loop;
  return v_masked || substr(written, v_done + 1);
end;
$$;
