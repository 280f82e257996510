// What the API has agreed to, as lists: what is read, what is refused and with which key. The tests hold this copy to it, and
// `npm run check:deployment` any other that runs (scripts/deploy/contract/).

import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A UUID v7 made so many milliseconds from now (RFC 9562, section 5.7). */
export function idMade(milliseconds = 0) {
  const hex = (Date.now() + milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15)}`
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const newReceipt = () => [...randomBytes(12)].map(byte => crockford[byte % 32]).join('')

/** Counters of the reference data: a desk of xã Hội An, its retired or split like, and one that nobody printed. */
export const counters = { open: 'X43Q58', kiosk: '5W3B89', retired: 'B28X3H', oldPoster: 'M9F3X2', unknown: '000000' }
export const office = 'xa-hoi-an'
/** Births are registered at the commune; a lost land certificate is replaced by the province alone. */
export const procedures = { offered: '1.001193', ofTheProvince: '1.012786' }

/** A rating that is accepted, of somebody with a phone of their own, for a test to spoil. */
export const rating = (changes: object = {}) => ({
  id: idMade(),
  counter: counters.open,
  score: 5,
  receipt: newReceipt(),
  device: randomUUID(),
  ...changes,
})

const sql = (path: string) => readFileSync(new URL(`../supabase/${path}`, import.meta.url), 'utf8')
const [publicReads = '', staffReads = ''] =
  sql('tests/access.sql')
    .match(/select test\.reads[\s\S]*?\), acting/)?.[0]
    .split('test.besides') ?? []
const officeColumns = () =>
  [...sql('migrations/20261101020100_offices.sql').matchAll(/^ {2}\(\d+, '(\w+)'/gm)].map(([, name]) => `${name}`)

/** Tables with their columns, from lines such as `'public.fields: code name'`, which may go on after `||`. */
const tablesIn = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    [...text.matchAll(/'public\.(\w+): ([^']*)'((?:\s*\|\| '[^']*')*)/g)].map(([, table, begin, rest]) => {
      const columns = [begin, ...[...`${rest}`.matchAll(/'([^']*)'/g)].map(([, more]) => more)].join('')
      return [table, columns.trim() ? columns.trim().split(' ') : [...officeColumns(), 'waiting']]
    }),
  )

/** The API as the agreement has it: every table with its columns. supabase/tests/access.sql holds the database to it. */
export const tables = tablesIn(publicReads)
/** What an account reads besides, and without a membership finds empty. */
export const staffTables = tablesIn(staffReads)
export const writingFunctions = ['submit_rating', 'change_rating', 'add_details', 'withdraw_rating', 'rate_reply']

/** What an answer would hold if it told how the system is built inside. */
export const inside =
  /\bselect\b.*\bfrom\b|insert into|plpgsql|visit_codes|receipt_hash|node_modules|\bat .*\.[jt]s:\d/i

/** What no field of ours holds. */
export const hostile = [
  `'; drop table private.ratings; --`,
  `" or 1=1 --`,
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../etc/passwd',
  '𝕏\u202e\ufeff',
  '%00',
  'x'.repeat(5000),
]
const atField = (field: string, wanted: [number, string]) =>
  hostile.map(text => [{ [field]: text }, ...wanted] as const)

/**
 * What makes a rating one that cannot be taken: the changes, the status and the key. A function where the clock matters: it may be
 * sent minutes after this file was read.
 */
export const wrong: (readonly [object | (() => object), number, string])[] = [
  [{ counter: counters.unknown }, 404, 'counter_unknown'],
  [{ counter: counters.retired }, 410, 'counter_retired'],
  [{ counter: 'X43Q5' }, 400, 'counter_malformed'],
  [{ counter: 'X43Q5U' }, 400, 'counter_malformed'],
  [{ counter: null }, 400, 'counter_malformed'],
  [{ counter: 434358 }, 400, 'counter_malformed'],
  [{ counter: undefined }, 400, 'counter_malformed'],
  ...atField('counter', [400, 'counter_malformed']),
  ...[0, 6, -1, 4.5, 1e100, '5', '', null, undefined, true, [5], {}].map(
    s => [{ score: s }, 422, 'score_invalid'] as const,
  ),
  ...atField('score', [422, 'score_invalid']),
  [{ id: '919108f7-52d1-4320-9bac-f847db4148a8' }, 400, 'id_invalid'],
  [{ id: idMade().replaceAll('-', '') }, 400, 'id_invalid'],
  [{ id: 7 }, 400, 'id_invalid'],
  [{ id: null }, 400, 'id_invalid'],
  [{ id: undefined }, 400, 'id_invalid'],
  ...atField('id', [400, 'id_invalid']),
  [() => ({ id: idMade(-32 * 86_400_000) }), 422, 'id_too_old'],
  [() => ({ id: idMade(11 * 60_000) }), 422, 'id_ahead'],
  [{ id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }, 422, 'id_ahead'],
  [{ id: '00000000-0000-7000-8000-000000000000' }, 422, 'id_too_old'],
  [{ procedure: procedures.ofTheProvince }, 422, 'procedure_not_offered'],
  [{ procedure: '1.001' }, 422, 'procedure_not_offered'],
  [{ procedure: 1.001193 }, 400, 'procedure_not_offered'],
  ...atField('procedure', [422, 'procedure_not_offered']),
  [{ receipt: newReceipt().slice(1) }, 400, 'receipt_malformed'],
  [{ receipt: `U${newReceipt().slice(1)}` }, 400, 'receipt_malformed'],
  [{ receipt: null }, 400, 'receipt_malformed'],
  [{ receipt: 123456789012 }, 400, 'receipt_malformed'],
  ...atField('receipt', [400, 'receipt_malformed']),
  [{ visit: 'K7M4Q29XD' }, 400, 'visit_malformed'],
  [{ visit: 'K7M4Q29XD0' }, 404, 'visit_unknown'],
  ...atField('visit', [400, 'visit_malformed']),
  [{ rated_at: 'yesterday' }, 400, 'rated_at_invalid'],
  [{ rated_at: '2026-02-30T10:00:00Z' }, 400, 'rated_at_invalid'],
  ...atField('rated_at', [400, 'rated_at_invalid']),
  [{ device: 'short' }, 400, 'device_invalid'],
  ...atField('device', [400, 'device_invalid']),
  [{ language: 'fr' }, 400, 'language_invalid'],
  ...atField('language', [400, 'language_invalid']),
  [{ officer: 'Nguyễn Văn A' }, 400, 'field_unknown'],
  [{ __proto__: undefined, constructor: {} }, 400, 'field_unknown'],
  [{ "x'; drop table ratings; --": 1 }, 400, 'field_unknown'],
  [{ counter: 'x'.repeat(1_000_000) }, 413, 'body_too_large'],
  [{ padding: 'x'.repeat(1_000_000) }, 413, 'body_too_large'],
]
