import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../bootstrap.js'

// Until seven in the morning the day of UTC, which servers have, is yesterday in Việt Nam; and a browser's own day is
// that of wherever its clock is set to. So a day comes from src/lib/dates/day.ts, or from private.local_day in SQL.

type Rule = { pattern: RegExp; says: string }

const byLocalDay = 'take localDay, dayOfUtc or utcMidnight of src/lib/dates/day.ts'

const programs: Rule[] = [
  // Nineteen characters and a Z are an instant, as logs write it.
  { pattern: /\.to(ISOString|JSON)\(\)\s*\??\.(slice|substr|substring)\((?!0, 19\))/, says: byLocalDay },
  { pattern: /\.to(ISOString|JSON)\(\)\s*\??\.(split|match|replace)\(/, says: byLocalDay },
  { pattern: /\.[gs]et(Date|Day|Month|FullYear|Year|Hours|Minutes|TimezoneOffset)\(/, says: byLocalDay },
  { pattern: /\.to(Date|Time)String\(\)/, says: byLocalDay },
  { pattern: /\bnew Date\((Date\.now\(\)[^()]*)?\)\.getUTC/, says: byLocalDay },
  { pattern: /\bvalueAsDate\b/, says: byLocalDay },
  { pattern: /\.to(ISOString|JSON)\(\)\s*(\[|\??\.(startsWith|at|charAt)\()/, says: byLocalDay },
  // Numbers are a day by the clock of the device; so is a text with a time and no zone.
  { pattern: /\bnew Date\((?!Date\.UTC)[\w.\s+-]+,/, says: byLocalDay },
  { pattern: /\b(new Date|Date\.parse)\([^()]*T\d\d:\d\d(:\d\d)?['"`]/, says: byLocalDay },
  { pattern: /\bJSON\.stringify\(new Date\b[^;]*\.slice\(/, says: byLocalDay },
  { pattern: /\bTemporal\.Now\.plain\w+\(\s*\)/, says: byLocalDay },
  {
    pattern: /\.toLocale(Date|Time)String\((?![^()]*timeZone)/,
    says: 'name the time zone, or take src/lib/text/format.ts',
  },
]

const byPrivate = 'take private.local_day'

const queries: Rule[] = [
  { pattern: /\bcurrent_(date|time)\b|\blocaltime(stamp)?\b/i, says: byPrivate },
  { pattern: /\b(now\(\)|\w+_timestamp(\(\))?|\w+_at)\)?::(date|time|timestamp)\b/i, says: byPrivate },
  { pattern: /\bcast\((now\(\)|\w+_timestamp(\(\))?|[\w.]+_at) as (date|time|timestamp)\b/i, says: byPrivate },
  { pattern: /\bdate\((now\(\)|\w+_timestamp(\(\))?|[\w.]+_at)\)/i, says: byPrivate },
  {
    pattern: /\bdate_trunc\('(day|week|month|quarter|year)', (now\(\)|\w+_timestamp(\(\))?|[\w.]+_at)\)/i,
    says: byPrivate,
  },
  { pattern: /\bextract\((?!epoch)\w+ from (now\(\)|\w+_timestamp(\(\))?|[\w.]+_at)\)/i, says: byPrivate },
  { pattern: /\bdate_part\('(?!epoch)\w+', (now\(\)|\w+_timestamp(\(\))?|[\w.]+_at)\)/i, says: byPrivate },
  {
    pattern: /'(today|yesterday|tomorrow|now)'::|\b(date|timestamp|timestamptz) '(today|yesterday|tomorrow|now)'/i,
    says: byPrivate,
  },
  { pattern: /\b(at time zone 'utc'|timezone\('utc',)/i, says: byPrivate },
  // A day beside an instant is its midnight in UTC.
  { pattern: /\b\w+_on\b\s*(<=?|>=?|=)\s*(now\(\)|\w+_timestamp)/i, says: byPrivate },
  { pattern: /\b(now\(\)|\w+_timestamp(\(\))?)\s*(<=?|>=?|=|-)\s*[\w.]*_on\b/i, says: byPrivate },
  { pattern: /\bbetween\s+now\(\)[^;]*_on\b|_on\s+between\s+now\(\)/i, says: byPrivate },
  { pattern: /\bto_char\((now\(\)|\w+_timestamp(\(\))?|[\w.]+_at),/i, says: byPrivate },
]

/** The lines that break a rule; a statement that goes on in the next line counts as one. */
const faultsIn = (text: string, rules: Rule[]) => {
  const joined = text.replace(/\n\s*(?=\??\.)/g, '')
  return rules.flatMap(({ pattern, says }) =>
    joined.split('\n').flatMap(line => (pattern.test(line) ? [`${line.trim()} (${says})`] : [])),
  )
}

const withoutComments = (sql: string) => sql.replace(/--.*$/gm, '')

const files = (...patterns: string[]) => patterns.flatMap(pattern => globSync(pattern, { cwd: root })).sort()
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

const own = ['src/lib/dates/day.ts', 'scripts/checks/local-day.test.ts']

test('no program takes the day of UTC or of a clock for the day in Việt Nam', () => {
  const found = files('{src,scripts,e2e,bench,supabase}/**/*.{ts,tsx,js}', '*.config.ts')
    .filter(file => !file.includes('node_modules/') && !own.includes(file))
    .flatMap(file => faultsIn(textOf(file), programs).map(fault => `${file}: ${fault}`))
  expect(found).toEqual([])
})

test('nor does a migration', () => {
  const found = files('supabase/migrations/*.sql', 'supabase/*.sql').flatMap(file =>
    faultsIn(withoutComments(textOf(file)), queries).map(fault => `${file}: ${fault}`),
  )
  expect(found).toEqual([])
})

test.each([
  'const day = new Date().toISOString().slice(0, 10)',
  'new Date(at)\n    .toISOString()\n    .slice(0, 10)',
  "at.toISOString().split('T')[0]",
  'at.toJSON().slice(0, 7)',
  'today.getDate() + 1',
  'new Date().getFullYear()',
  'new Date().getUTCDate()',
  'new Date(Date.now() + HOUR).getUTCDay()',
  'at.setHours(0, 0, 0, 0)',
  'at.toLocaleDateString()',
  "at.toLocaleDateString('vi-VN')",
  'field.valueAsDate',
  'new Date(year, month - 1, day)',
  'at.toISOString()[10]',
  'at.toISOString().startsWith(today)',
  "new Date(day + 'T00:00:00')",
  "Date.parse('2026-11-20T00:00')",
  'JSON.stringify(new Date()).slice(1, 11)',
  'Temporal.Now.plainDateISO()',
])('it finds %s', line => {
  expect(faultsIn(line, programs)).not.toEqual([])
})

test.each([
  'dated date not null default current_date',
  'made_on date default now()::date',
  "select 'today'::date",
  "where released_on >= date 'yesterday'",
  "date_part('hour', received_at)",
  "(now() at time zone 'utc')::text",
  "timezone('UTC', now())",
  'where expires_on < now()',
  'where now() > c.closed_on',
  'now() - c.opened_on',
  'where expires_on between now() and x',
  'where received_at::date = day',
  'select (r.received_at)::date',
  'select cast(now() as date)',
  "select date_trunc('month', now())",
  'select extract(hour from now())',
  "select to_char(r.sent_at, 'YYYY-MM-DD')",
  'select clock_timestamp()::date',
  'select localtimestamp',
])('it finds in SQL: %s', line => {
  expect(faultsIn(line, queries)).not.toEqual([])
})

test('it lets pass what names its zone, or is an instant', () => {
  const good = [
    'new Date().toISOString().slice(0, 19)',
    'rated_at: new Date(at).toISOString()',
    "at.toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' })",
    'utcMidnight(day).getUTCDay()',
    'localDay()',
  ]
  expect(good.flatMap(line => faultsIn(line, programs))).toEqual([])
  const sql = [
    "(r.received_at at time zone 'Asia/Ho_Chi_Minh')::date",
    "date_trunc('hour', now())",
    "date_trunc('quarter', private.local_day(now()))",
    'extract(epoch from now())',
  ]
  expect(sql.flatMap(line => faultsIn(line, queries))).toEqual([])
})
