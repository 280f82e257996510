// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.

/** What identifies the author of a comment (#) and what only looks like it (~), in the order of looking. */
export const maskSteps = [
  ['#', '(^|[ "#(),:-<>@|])([^ "#(),:-<>@|]+@[^ -,./:-_{-~]+(?:\\.[^ -,./:-_{-~]+)+)'],
  [
    '#',
    '(^|[ "#(),:-<>@|])([^ "#(),:-<>@|]+(?: {0,2}@ {0,2}| ?[(:-^] ?(?:@|at|a|a cong) ?[):-^] ?| a[ -]?(?:cong|vong|moc|quan|cuon) )[^ -,./:-_{-~]+(?:\\.[^ -,./:-_{-~]+)*(?: ?[(:-^]? ?(?:\\.|cham|dot) ?[):-^]? ?(?:com|vn|net|org|gov|edu|info|me)(?![a-z0-9]))+)',
  ],
  [
    '#',
    '(^|[ "#(),:-<>@|])([^ "#(),:-<>@|]+(?: {0,2}@ {0,2}| ?[(:-^] ?(?:@|at|a|a cong) ?[):-^] ?| a[ -]?(?:cong|vong|moc|quan|cuon) )(?:g-?mail|yahoo|hotmail|outlook|icloud)(?:(?: ?[(:-^]? ?(?:\\.|cham|dot) ?[):-^]? ?| ?, ?| )(?:com|vn|net|org|gov|edu|info|me))*(?![a-z0-9])|(?:[a-z0-9_-]+[0-9._][a-z0-9._-]*|[^ "#(),:-<>@|]+ at) (?:g-?mail|yahoo|hotmail|outlook|icloud) ?[(:-^]? ?(?:\\.|cham|dot) ?[):-^]? ?com(?![a-z0-9])|(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype) [a-z]+[._0-9][a-z0-9._]*[a-z0-9]|@[a-z][a-z0-9._]*[a-z0-9_])',
  ],
  [
    '#',
    '(^|[^a-z0-9.-])((?:https?://)?(?:www\\.|m\\.|web\\.)?(?:(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)|m|t|wa|whatsapp|youtube|linkedin|twitter|threads)\\.(?:com|me)/[^ |]*[a-z0-9])',
  ],
  [
    '~',
    '((?:^|[^a-z0-9])(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)(?: (?:cua|toi|em|minh|anh|chi|co|chu|nick|ten|id)){0,3} ?[:=] ?)((?:khong|ko|rat|da|chua|co|de|cho|nhung|va|duoc|khi|neu|toi|nhe|nhen|cam on|xin|gap|roi|tra|gui|nhan|qua|dang|cua|goi|lau|nhanh|cham|hinh|ho so|xa|ubnd|uy ban|thong bao)(?![^ -/:-_{-~]))',
  ],
  [
    '~',
    '((?:^|[^a-z0-9])(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)(?: (?:cua|toi|em|minh|anh|chi|co|chu|nick|ten|id)){0,3} ?[:=] ?[^ -,/:-^{-~]*[^ -/:-_{-~] )((?:khong|ko|rat|da|chua|co|de|cho|nhung|va|duoc|khi|neu|toi|nhe|nhen|cam on|xin|gap|roi|tra|gui|nhan|qua|dang|cua|goi|lau|nhanh|cham|hinh|ho so|xa|ubnd|uy ban|thong bao)(?![^ -/:-_{-~]))',
  ],
  [
    '~',
    '((?:^|[^a-z0-9])(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)(?: (?:cua|toi|em|minh|anh|chi|co|chu|nick|ten|id)){0,3} ?[:=] ?[^ -,/:-^{-~]*[^ -/:-_{-~] [^ -,/:-^{-~]*[^ -/:-_{-~] )((?:khong|ko|rat|da|chua|co|de|cho|nhung|va|duoc|khi|neu|toi|nhe|nhen|cam on|xin|gap|roi|tra|gui|nhan|qua|dang|cua|goi|lau|nhanh|cham|hinh|ho so|xa|ubnd|uy ban|thong bao)(?![^ -/:-_{-~]))',
  ],
  [
    '#',
    '((?:^|[^a-z0-9])(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)(?: (?:cua|toi|em|minh|anh|chi|co|chu|nick|ten|id)){0,3} ?[:=] ?)([^ -,/:-^{-~]*[^ -/:-_{-~](?: [^ -,/:-^{-~]*[^ -/:-_{-~]){0,3})',
  ],
  [
    '#',
    '((?:^|[^a-z0-9])(?:(?:nick|ten|id) (?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)(?: (?:cua|toi|em|minh|anh|chi|co|chu|nick|ten|id)){0,3}(?: la)? |(?:facebook|face|fb|messenger|mess|zalo|viber|telegram|tiktok|instagram|insta|skype)(?:(?: cua)?(?: (?:toi|em|minh))? (?:nick|ten)(?: la)?|(?: cua)? (?:toi|em|minh) la) ))((?!(?:khong|ko|rat|da|chua|co|de|cho|nhung|va|duoc|khi|neu|toi|nhe|nhen|cam on|xin|gap|roi|tra|gui|nhan|qua|dang|cua|goi|lau|nhanh|cham|hinh|ho so|xa|ubnd|uy ban|thong bao)(?![^ -/:-_{-~]))[^ -,/:-^{-~]*[^ -/:-_{-~](?: [^ -,/:-^{-~]*[^ -/:-_{-~]){0,1})',
  ],
  [
    '#',
    '(^|[^a-z0-9])([a-z]?[0-9]{2,3}(?:\\.[a-z]?[0-9]{1,3}){0,4} ?- ?[0-9]{6} ?- ?[0-9]{3,7}(?![0-9])|[a-z][0-9]{7,8}(?![a-z0-9]))',
  ],
  [
    '#',
    '(^|[^a-z0-9-])((?=[0-9 -]{0,13}[a-z])(?=[a-z -]{0,13}[0-9])(?:(?![0-9a-hjkmnp-tv-z]{4}-(?:19|20)[0-9]{2}-)[0-9a-hjkmnp-tv-z]{4} ?- ?[0-9a-hjkmnp-tv-z]{4} ?- ?[0-9a-hjkmnp-tv-z]{2}(?:[0-9a-hjkmnp-tv-z]{2})?|(?=[a-z]{0,8}[0-9][a-z]{0,8}[0-9])[0-9a-hjkmnp-tv-z]{10}(?:[0-9a-hjkmnp-tv-z]{2})?))(?![a-z0-9])',
  ],
  [
    '#',
    '(^|[^a-z0-9])([1-9][0-9] ?-? ?[a-z][a-z1-9]?(?: ?[-.] ?[0-9]{3}[ .-]?| ?[0-9]{3}[ .-])[0-9]{2})(?![0-9]| {0,2}(?:dong(?! y)|d|vnd|k|tr|trieu|nghin|ngan|ty|ti|usd|m2|ho so|luot|%)(?![a-z0-9]))',
  ],
  [
    '#',
    '(^|[^a-z0-9])([1-9][0-9](?: ?-? ?[a-z][1-9] ?[0-9]{4,5}|-?[a-z][0-9]{5}|-?[a-z] ?- ?(?!19|20)[0-9]{4}))(?![0-9]| {0,2}(?:dong(?! y)|d|vnd|k|tr|trieu|nghin|ngan|ty|ti|usd|m2|ho so|luot|%)(?![a-z0-9]))',
  ],
  [
    '~',
    '(^|[^0-9:./-])((?:[01]?[0-9]|2[0-4])[:hg][0-5][0-9](?::[0-5][0-9])?(?: ?- ?(?:[01]?[0-9]|2[0-4])[:hg][0-5][0-9](?::[0-5][0-9])?)?)(?![0-9]|[.:-] ?[0-9])',
  ],
  [
    '~',
    '((?:^|[^0-9./ -]) {0,3})((?:(?:0?[1-9]|[12][0-9]|3[01])[./-](?:0?[1-9]|1[0-2])(?:[./-](?:19|20)[0-9]{2})? ?- ?)?(?:0?[1-9]|[12][0-9]|3[01]) ?[./-] ?(?:0?[1-9]|1[0-2]) ?[./-] ?(?:(?:19|20)[0-9]{2}|[0-9]{2}))(?![0-9]| ?[./-] ?[0-9])',
  ],
  [
    '~',
    '((?:^|[^0-9./ -]) {0,3})((?:19|20)[0-9]{2}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])|[0-9]{1,5}/(?:19|20)[0-9]{2}(?:/[a-z]{2})?)(?![0-9]| ?[./-] ?[0-9])',
  ],
  [
    '~',
    '(^|[^a-z])(nam ?(?:19|20)[0-9]{2}(?: {0,2}[-/,;&] {0,2}(?:19|20)[0-9]{2})*|ngay ?(?:0?[1-9]|[12][0-9]|3[01]) ?(?:0?[1-9]|1[0-2]) ?(?:19|20)[0-9]{2})(?![0-9]| ?[./-] ?[0-9])',
  ],
  ['~', '((?:^|[^0-9./ -]) {0,3})((?:19|20)[0-9]{2}(?: {0,2}[-/,;&] {0,2}(?:19|20)[0-9]{2})+)(?![0-9]| ?[./-] ?[0-9])'],
  [
    '~',
    '((?:^|[^0-9./ -]) {0,3})([1-3]\\.[0-9]{6}(?:\\.[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[a-z][0-9]{2})?|[12]0[01][0-9]{4}|3000[0-9]{3})(?![0-9]| ?[./-] ?[0-9])',
  ],
  [
    '~',
    '((?:^|[^0-9./ -]) {0,3})((?!(?:/?[0-9]){9})[1-9][0-9]{0,3}[a-z]?(?:/[0-9]{1,4}[a-z]?){1,4})(?![0-9]| ?[./-] ?[0-9])',
  ],
  ['#', '(^|[^0-9])([(][+]?[0-9]{2,4}[)](?:[ .,()/_*:;|-]{0,5}[0-9]){5,})'],
  [
    '#',
    '(^|[^0-9])(0(?:[ !"$-/:-@[-_{-}]{0,5}[0-9]){11}|0[35789](?:[ !"$-/:-@[-_{-}]{0,5}[0-9]){8})(?![0-9]|[ .,()/_*:;|-]{0,5}[0-9][0-9]|[ .,()/_*:;|-]{0,5}[^ 0-9][0-9])',
  ],
  [
    '#',
    '(^|[^0-9.,/-])((?:0|84)(?:[ .,()/_*:;|-]{0,5}[0-9]){8,12})(?![ .,()/_*:;|-]{0,5}[0-9]| {0,2}(?:dong(?! y)|d|vnd|k|tr|trieu|nghin|ngan|ty|ti|usd|m2|ho so|luot|%)(?![a-z0-9]))',
  ],
  [
    '~',
    '((?:^|[^0-9./ -]) {0,3})((?![0-9]{3}, [0-9]{3}, [0-9]{3}(?!,))[1-9][0-9]{0,2}(?:\\.[0-9]{1,2})?(?:, [1-9][0-9]{0,2}(?:\\.[0-9]{1,2})?)+)(?!,? ?[0-9]|[./-][0-9])',
  ],
  [
    '#',
    '(^|[^0-9.,/-])((?![0-9]{3}[., ]000[., ]000)[1-9][0-9]{2}[ .,()/_*:;|-]{0,5}[0-9]{3}[ .,()/_*:;|-]{0,5}[0-9]{3})(?![ .,()/_*:;|-]{0,5}[0-9]| {0,2}(?:dong(?! y)|d|vnd|k|tr|trieu|nghin|ngan|ty|ti|usd|m2|ho so|luot|%)(?![a-z0-9]))',
  ],
  [
    '~',
    '(^|[^0-9.,])([1-9][0-9]*(?:[., ][0-9]{3})*(?:[.,][0-9]{1,2})?(?: ?- ?[1-9][0-9]*(?:[., ][0-9]{3})*(?:[.,][0-9]{1,2})?)? {0,2}(?:dong(?! y)|d|vnd|k|tr|trieu|nghin|ngan|ty|ti|usd|m2|ho so|luot|%)(?![a-z0-9]))',
  ],
  [
    '~',
    '(^|[^0-9.,/-])([1-9][0-9]{0,2}(?:[.,][0-9]{3})+(?: ?- ?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+)?|[1-9][0-9]{0,3}000(?:,? [1-9][0-9]{0,3}000| ?- ?[1-9][0-9]{0,3}000)+|[1-9][0-9]{2,3}0000)(?![0-9]|[.,/-][0-9]| ?[0-9]{3}(?![.,0-9]))',
  ],
  [
    '#',
    '(^|[^0-9a-z])((?:(?:khong|hong|oh|o|zero)(?![a-z])|0(?![0-9]))[ .,()/_*:;|-]{0,5}(?:(?:khong|hong|oh|o|zero|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|one|two|three|four|five|six|seven|eight|nine)(?![a-z])|[0-9](?![0-9]))(?:[ .,()/_*:;|-]{0,5}(?:(?:(?:khong|hong|oh|o|zero|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|one|two|three|four|five|six|seven|eight|nine)(?![a-z])|[0-9](?![0-9]))|(?:muoi|tram|linh|le)(?![a-z]))){6,}|(?:(?:khong|hong|oh|o|zero|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|one|two|three|four|five|six|seven|eight|nine)(?![a-z])|[0-9](?![0-9]))(?:[ .,()/_*:;|-]{0,5}(?:(?:khong|hong|oh|o|zero|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|one|two|three|four|five|six|seven|eight|nine)(?![a-z])|[0-9](?![0-9]))){7,}|(?:សូន្យ|មួយ|ពីរ|បី|បួន|ប្រាំ(?:មួយ|ពីរ|បី|បួន)?)(?:[ .,()/_*:;|-]{0,5}(?:សូន្យ|មួយ|ពីរ|បី|បួន|ប្រាំ(?:មួយ|ពីរ|បី|បួន)?)){7,})',
  ],
  ['#', '(^|[^0-9])([0-9](?:[ .,()/_*:;|-]{0,5}[0-9]){6,})'],
  ['#', '()([+]#)'],
] as const
