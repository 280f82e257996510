import { randomBytes, randomUUID } from 'node:crypto'
import { request as rawRequest } from 'node:http'
import { expect } from '@playwright/test'

const needed = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** Where the app and its API answer, and the two keys of this installation. */
export const api = {
  url: needed('BASE_URL').replace(/\/$/, ''),
  publishableKey: needed('SUPABASE_PUBLISHABLE_KEY'),
  secretKey: needed('SUPABASE_SECRET_KEY'),
}

// biome-ignore lint/suspicious/noExplicitAny: what answers look like inside is what the tests find out.
export type Answer = { status: number; text: string; body: any; headers: Headers }
type Options = { method?: string; body?: string; headers?: Record<string, string>; key?: string }

/** One request as a browser without a session sends it. `body` is sent as it is. */
export async function ask(path: string, { method, body, headers, key }: Options = {}): Promise<Answer> {
  const response = await fetch(api.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      apikey: key ?? api.publishableKey,
      'content-type': 'application/json',
      // A connection that is kept may just be closing when a busy machine uses it again.
      connection: 'close',
      ...headers,
    },
    body: body ?? null,
    redirect: 'manual',
  })
  const text = await response.text()
  return { status: response.status, text, body: parsed(text), headers: response.headers }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const call = (name: string, args: unknown, key?: string) =>
  ask(`/rest/v1/rpc/${name}`, { body: JSON.stringify(args), ...(key ? { key } : {}) })

/** A path as it is written: fetch would take the dots out of it. */
export function askForPath(path: string): Promise<{ status: number; type: string; text: string }> {
  const { hostname, port } = new URL(api.url)
  return new Promise((resolve, reject) => {
    const request = rawRequest({ hostname, port, path, headers: { apikey: api.publishableKey } }, response => {
      let text = ''
      response.on('data', chunk => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
      )
    })
    request.on('error', reject).end()
  })
}

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

/** A rating that is accepted, for a test to spoil. */
export const rating = (changes: object = {}) => ({
  id: idMade(),
  counter: counters.open,
  score: 5,
  receipt: newReceipt(),
  ...changes,
})

/** The API as the agreement has it: every table with its columns, every function. */
export const tables: Record<string, string[]> = {
  offices: 'code name kind parent_code desk gso_code opened_on closed_on hotline opening_hours waiting'.split(' '),
  office_successions: 'predecessor_code successor_code on_date legal_basis'.split(' '),
  fields: ['code', 'name'],
  procedures:
    'code name field_code level decision counter_days online_days post_days days_unit official_url valid_from valid_to'.split(
      ' ',
    ),
  offerings: 'office_code procedure_code opened_on closed_on'.split(' '),
  batches:
    'number office_code procedure_code field_code channel trust released_on n score_1 score_2 score_3 score_4 score_5 details voids reason recorded_on previous_hash hash'.split(
      ' ',
    ),
  monthly_totals:
    'month office_code procedure_code field_code channel trust n score_1 score_2 score_3 score_4 score_5'.split(' '),
  settings: ['key', 'value'],
  holidays: ['day', 'name', 'is_worked'],
  set_aside_totals: ['office_code', 'reason', 'n'],
  handled_dossiers: 'id month office_code procedure_code channel handled on_time'.split(' '),
  method_versions: ['version', 'valid_from', 'summary_vi', 'summary_en', 'summary_km'],
}
/** What an account reads besides, and without a membership finds empty. */
export const staffTables: Record<string, string[]> = {
  members: 'id email office_code role since invited_by ended_at ended_by'.split(' '),
  comments:
    'id office_code procedure_code batch_number released_on text is_masked praised improve handled_at handled_by reply replied_at replied_by'.split(
      ' ',
    ),
  reply_templates: 'id office_code name text'.split(' '),
  audit_log: 'id at who action subject key office_code before after'.split(' '),
}
export const writingFunctions = ['submit_rating', 'change_rating', 'add_details', 'withdraw_rating', 'rate_reply']
export const administratorFunctions: Record<string, object> = {
  weekly_digest: {},
  digest_sent: { email: 'a@example.org' },
  release_ratings: {},
  enter_illustrative_ratings: { days: [] },
  clear_illustrative_ratings: {},
  void_batch: { number: 1, reason: 'x' },
  make_visit_codes: { office: 'xa-hoi-an', procedure: null, channel: 'counter', count: 1, expires_on: '2026-12-31' },
}

/** For whoever is signed in; what they then may, their membership says. */
export const staffFunctions: Record<string, object> = {
  staff_me: {},
  save_setting: { key: 'target_percent', value: '90', seen: '90' },
  save_ladder: { days: [0], seen: [0] },
  save_holiday: { holiday: {} },
  save_logo: { picture: null },
  invite_member: { email: 'a@example.org', office: 'xa-hoi-an', role: 'clerk' },
  end_membership: { member: 1 },
  offer_procedure: { office: 'xa-hoi-an', procedure: '1.001193', offered: true },
  office_counters: {},
  reform_offices: { plan: {} },
  reopen_counter: { code: '000000' },
  retire_counter: { code: '000000' },
  save_counter: { counter: {} },
  save_field: { field: {} },
  save_office: { office: {} },
  save_procedure: { procedure: {} },
  handle_comment: { comment: '00000000-0000-4000-8000-000000000000', handled: true },
  look_at_original: { comment: '00000000-0000-4000-8000-000000000000' },
  reply_to_comment: { comment: '00000000-0000-4000-8000-000000000000', text: 'x' },
  save_handled: { report: {} },
  save_reply_template: { office: 'xa-hoi-an', name: 'x', text: 'y' },
  visit_batches: {},
  begin_import: { kind: 'handled', file_name: 'x.csv', file: '' },
  add_import_rows: { import: 1, columns: ['handled'], rows: [] },
  check_import: { import: 1 },
  finish_import: { import: 1 },
  import_file: { import: 1 },
  imports: {},
  undo_import: { import: 1 },
  staff_home: { office: 'xa-hoi-an' },
}

/** What an answer would hold if it told how the system is built inside. */
export const inside =
  /\bselect\b.*\bfrom\b|insert into|plpgsql|visit_codes|receipt_hash|node_modules|\bat .*\.[jt]s:\d/i

/** The answer is a refusal with this status and this key of the catalogues, and tells nothing else. */
export function expectRefusal({ status, body, text }: Answer, [wantedStatus, key]: readonly [number, string]) {
  expect([status, body?.message, body?.code], text.slice(0, 300)).toEqual([wantedStatus, key, `PT${wantedStatus}`])
  expect(text).not.toMatch(inside)
}
