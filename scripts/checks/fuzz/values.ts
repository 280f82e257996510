// What somebody may write where a value is expected: the usual one, or one that no page sends.

import type { Random } from '../../demo/random.ts'

/** A request as it goes over the line. `path` and `body` are bytes as they are, in Latin-1 and as a Buffer. */
export type Asked = {
  method: string
  path: string
  headers: Record<string, string>
  body?: Buffer
}

/** Percent-encoded, also what is no whole Unicode text. */
export const percent = (text: string) =>
  [...Buffer.from(text)]
    .map(byte => (/[\w.~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${hex(byte)}`))
    .join('')
const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

/** Encodings that are broken, doubled or hide something. */
export const brokenPercents = [
  ...['%', '%2', '%zz', '%00', '%FF', '%C3', '%C3%28', '%F0%28%8C%28', '%ED%A0%80', '%EF%BB%BF', '%u0041'],
  ...['%25%30%30', '%2e%2e%2f', '%5c', '%0d%0aX-Other:%201', '%09', '%E2%80%AE', '\u00ff', '\u00c3(', '+', ';'],
]

const texts = [
  ...[
    '',
    ' ',
    'x',
    'null',
    'undefined',
    'true',
    'NaN',
    '0',
    '-1',
    '1e308',
    '*',
    '.',
    '..',
    ',',
    ':',
    '::',
    '(',
    ')',
    '"',
  ],
  ...[
    "'",
    "''",
    "' or 1=1 --",
    '; drop table offices',
    '\\',
    '\\"',
    '{',
    '{}',
    '[]',
    '{"a":[1,{}]}',
    '%',
    '_',
    '\0',
    '\u0001',
  ],
  ...['\ud800', '\udc00x', 'Ủy ban', 'Ủy ban', '\u202Eabc', '\u200B', '\uFEFF', '😀', '٣', '１', 'ﬁ', 'ⅷ'],
  ...['xa-hoi-an', 'xa-cho-moi', 'tinh-an-giang', '1.001193', 'X43Q58', 'counter', 'walk_in', 'all', 'month'],
  ...['$1', '{{x}}', '<script>', '../../etc/passwd', 'C:\\', 'select', 'pg_sleep(9)', 'private.ratings'],
]
export const numbers = [
  ...['0', '-0', '1', '-1', '5', '6', '4.5', '1e1', '1E+2', '1e308', '1e309', '-1e308', '1e-400', '1e999999'],
  ...['32768', '2147483647', '2147483648', '9007199254740993', '9223372036854775807', '9223372036854775808'],
  ...['99999999999999999999999999999999999999', '0.1', '00', '0x10', '1_000', 'NaN', 'Infinity', '-Infinity'],
]
export const dates = [
  ...[
    '2026-01-01',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '294276-12-31',
  ],
  ...[
    '5874897-12-31',
    '5874898-01-01',
    '4713-01-01 BC',
    '4714-01-01 BC',
    'infinity',
    '-infinity',
    'epoch',
    'now',
    'today',
  ],
  ...[
    'tomorrow',
    'allballs',
    '2026-W01',
    '2026-001',
    '01/02/2026',
    '20260101',
    '2026-01-01T25:00',
    '2026-01-01T00:00:00Z',
  ],
  ...['2026-01-01 00:00+99', '2026-06-30T23:59:60Z', 'J2451187', '-2026-01-01', '1e308', '٢٠٢٦-٠١-٠١', '2026-01'],
]
const uuids = [
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '{00000000-0000-7000-8000-000000000000}',
  ],
  ...[
    '00000000000070008000000000000000',
    '00000000-0000-7000-8000-00000000000',
    '00000000-0000-7000-8000-00000000000g',
  ],
  ...[
    'ffffffff-ffff-7fff-bfff-ffffffffffff',
    '01900000-0000-7000-8000-000000000000',
    'urn:uuid:01900000-0000-7000-8000-000000000000',
  ],
]

const long = (random: Random) =>
  random.pick(['a', '(', '"', 'ư', '\\', '%', '9', ',']).repeat(random.pick([40, 300, 1_500]))

/** A text that is not meant where a value of some type is. */
export function oddText(random: Random) {
  const kind = random.weighted({ texts: 10, numbers: 4, dates: 4, uuids: 2, long: 1, bytes: 1 })
  if (kind === 'long') return long(random)
  if (kind === 'bytes') return Buffer.from(random.bytes(1 + Math.floor(random.next() * 12))).toString('latin1')
  return random.pick({ texts, numbers, dates, uuids }[kind])
}

const usual: Record<string, string[]> = {
  by: ['all', 'office', 'procedure', 'field', 'channel', 'trust', 'month', 'quarter', 'year', 'factor'],
  office: ['xa-hoi-an', 'xa-cho-moi', 'tinh-an-giang'],
  office_code: ['xa-hoi-an', 'xa-cho-moi', 'tinh-an-giang'],
  procedure: ['1.001193', '1.012786'],
  procedure_code: ['1.001193', '1.012786'],
  code: ['X43Q58', 'xa-hoi-an', '1.001193', 'V1S1T00001'],
  counter: ['X43Q58', '5W3B89', 'B28X3H', '000000'],
  channel: ['counter', 'online', 'postal'],
  trust: ['visit', 'on_site', 'control', 'walk_in'],
  file: ['offices', 'batches', 'fields', 'satisfaction', 'monthly_totals', 'answer_groups'],
  lng: ['vi', 'en', 'km'],
  language: ['vi', 'en', 'km'],
  score: ['1', '5'],
  email: ['a@b.vn', 'dieu-phoi@tinh.vn'],
  receipt: ['000000000001', 'K7M4Q29XDP3T'],
  role: ['coordinator', 'head', 'clerk', 'auditor', 'interviewer'],
  period: ['2026', '2026-Q1', '2026-Q3'],
  quarter: ['2026-01-01', '2026-07-01', '2026-10-01'],
  decision: ['publish', 'decline'],
  outcome: ['not_reached', 'refused', 'open'],
  action: ['take', 'answer', 'close', 'forward'],
  kind: ['offices', 'procedures', 'handled_dossiers', 'kiosk', 'display', 'none'],
  text: ['Đã hỏi lại.', 'Gọi 0912345678.'],
  note: ['Đã hỏi lại.'],
  reason: ['Kiosk để ở nhà kho'],
  count: ['0', '1', '10', '51'],
  batch: ['1', '2', '3'],
  proposal: ['1', '2'],
  signal: ['1', '2'],
}

/** A value as a page would send it, by the name of its column or argument, or else by its type. */
export function usualText(random: Random, name: string, type: string) {
  const known = usual[name]
  if (known) return random.pick(known)
  if (/bool/.test(type)) return random.pick(['true', 'false'])
  if (/int|numeric|double/.test(type)) return random.pick(['0', '1', '10', '2026'])
  if (/date|timestamp/.test(type)) return random.pick(['2026-01-01', '2026-07-01', '2026-10-01'])
  if (/json/.test(type)) return random.pick(['{}', '[]', '{"code": "xa-hoi-an"}'])
  return random.pick(['xa-hoi-an', '1.001193', 'x'])
}

/** Mostly what is meant, so that a request gets as far as the part in which it is odd. */
export const someText = (random: Random, name: string, type: string, oddness = 0.4) =>
  random.chance(oddness) ? oddText(random) : usualText(random, name, type)
