import { readFileSync } from 'node:fs'

/** What becomes of a request: see supabase/tests/matrix.sql. */
export type Outcome = '-' | '0' | 'n' | 'o' | 'a'
type Line = { name: string; own: Outcome[]; other: Outcome[] }

const matrix = readFileSync(new URL('../supabase/tests/matrix.sql', import.meta.url), 'utf8')
/** Without the seventh, the administrator's key, which would clear what other tests look at. */
const letters = (word: string | undefined) => [...(word ?? '')].filter((_, at) => at !== 6) as Outcome[]

/** The rows of an insert in the matrix: the name of a table or function, and a letter for each person. */
function linesOf(table: string): Line[] {
  const [, insert = ''] = matrix.split(`insert into ${table}`)
  return insert
    .split(/;\n/, 1)[0]
    ?.split(/\n {2}(?=\(')/)
    .flatMap(row => {
      const [, name] = row.match(/^\('(\w+)/) ?? []
      const [own, other] = row.match(/(?<=')[-0noa]{8}(?=')/g) ?? []
      const ofOwn = letters(own)
      return name ? [{ name, own: ofOwn, other: other ? letters(other) : ofOwn }] : []
    }) as Line[]
}

/** The one table of who may do what, which the database is held to by pgTAP and the API here. */
export const readers = linesOf('test.readers')
export const callers = linesOf('test.callers')

/** In the order of the letters. */
export const people = [
  'anybody',
  'somebody without a role',
  'clerk',
  'head',
  'auditor',
  'coordinator',
  'interviewer',
] as const

/** What a call is about: an office, and something of it that is there only for this. */
export type Place = {
  office: string
  row: object
  counter: string
  batch?: string | undefined
  /** What is paired with it. */
  device: string
  /** Of an office's software. */
  key: string
  member: number
  comment: string | undefined
  praise: string | undefined
  petition: string
}

/** Arguments with which nothing happens that another test would notice, whoever calls; no line: no arguments. */
export const argumentsOf: Record<string, (place: Place) => object> = {
  answers: ({ office }) => ({ office }),
  counter_page: ({ counter }) => ({ code: counter }),
  coverage: ({ office }) => ({ by: 'all', office }),
  note_staff_device: () => ({ device: '0123456789abcdef' }),
  kiosk_here: ({ counter }) => ({ code: counter }),
  device_here: () => ({}),
  pair_device: () => ({}),
  counter_devices: ({ counter }) => ({ counter }),
  make_pairing_code: ({ counter }) => ({ counter, kind: 'none' }),
  revoke_device: ({ device }) => ({ device }),
  open_csv: () => ({ file: 'fields' }),
  open_json: () => ({ file: 'fields' }),
  plan_figures: ({ office }) => ({ office }),
  plan_value_file: () => ({ entry: '0' }),
  signed_report: ({ office }) => ({ office, period: '2020-Q1' }),
  signed_reports: ({ office }) => ({ office }),
  add_cosignature: () => ({}),
  ledger_checkpoint: () => ({}),
  ledger_consistency: () => ({ first: '1', second: '1' }),
  ledger_inclusion: () => ({ place: '0' }),
  ledger_tile: () => ({ level: '0', tile: '0', width: '1' }),
  receipt_proof: () => ({ code: 'x' }),
  receipt_state: () => ({ receipt: '000000000001' }),
  satisfaction: ({ office }) => ({ by: 'all', office }),
  rating_link: ({ office }) => ({ office }),
  satisfaction_badge: ({ office }) => ({ office }),
  share_card: ({ office }) => ({ office }),
  visit_page: () => ({ code: 'V1S1T00001' }),
  staff_home: ({ office }) => ({ office }),
  issue_visit_code: () => ({}),
  visit_keys: ({ office }) => ({ office }),
  make_visit_key: ({ office }) => ({ office, name: '' }),
  revoke_visit_key: ({ key }) => ({ key }),
  office_counters: ({ office }) => ({ office }),
  visit_batches: ({ office }) => ({ office }),
  visit_code_allowance: ({ office }) => ({ office }),
  handle_comment: ({ comment }) => ({ comment, handled: 'false' }),
  handle_comments: ({ comment }) => ({ comments: [comment], handled: 'false' }),
  // Another version of it than there is.
  act_on_feedback: ({ petition }) => ({ feedback: petition, action: 'take', seen: '0' }),
  look_at_feedback: ({ petition }) => ({ feedback: petition }),
  feedback_list: ({ office }) => ({ office }),
  feedback_texts: ({ office }) => ({ office }),
  feedback_status: () => ({ code: '000000000001' }),
  take_down_feedback: ({ office }) => ({ office, published: '00000000-0000-4000-8000-000000000000' }),
  reply_to_comment: ({ comment }) => ({ comment, text: '' }),
  nominate_praise: ({ comment }) => ({ comment }),
  // Another version of it than there is.
  decide_praise: ({ praise }) => ({ praise, seen: '0', decision: 'decline' }),
  record_name_consent: ({ praise }) => ({ praise, officer_name: '', form: 'paper' }),
  revoke_name_consent: ({ praise }) => ({ praise }),
  save_practice_note: ({ office }) => ({ office, quarter: '2020-01-01', text: '' }),
  decide_practice_note: ({ office }) => ({ office, quarter: '2020-01-01', version: '0', decision: 'publish' }),
  good_practice: ({ office }) => ({ office }),
  look_at_original: ({ comment }) => ({ comment }),
  save_reply_template: ({ office }) => ({ office, name: '', text: '' }),
  make_visit_codes: ({ office }) => ({
    office,
    procedure: null,
    channel: 'counter',
    count: 0,
    expires_on: '2099-01-01',
  }),
  save_handled: ({ office }) => ({ report: { office_code: office } }),
  set_offering_channels: ({ office }) => ({ office, procedure: '9.000000', channels: 'online' }),
  save_plan_value: ({ office }) => ({ entry: { office_code: office } }),
  save_report_entry: ({ office }) => ({ entry: { office_code: office } }),
  official_report: ({ office }) => ({ office, period: '2020-Q1' }),
  report_states: ({ office }) => ({ office, period: '2020-Q1' }),
  sign_report: ({ office }) => ({ office, period: '2020-Q1', comment: '', known: '0' }),
  save_par_index: () => ({ par: {} }),
  save_plan_target: () => ({ change: {} }),
  offer_procedure: ({ office }) => ({ office, procedure: '9.000000', offered: 'true' }),
  save_counter: ({ office }) => ({ counter: { office_code: office } }),
  retire_counter: ({ counter }) => ({ code: counter }),
  reopen_counter: ({ counter }) => ({ code: counter }),
  control_comparisons: ({ office }) => ({ office }),
  control_work: () => ({}),
  control_contacts: ({ office }) => ({ office, quarter: 'x' }),
  take_control_contacts: ({ office }) => ({ office, quarter: 'x' }),
  make_control_codes: ({ office }) => ({ office, count: '0' }),
  record_control_outcome: () => ({ contact: 'x', outcome: 'refused' }),
  invite_member: ({ office }) => ({ email: 'nobody', office, role: 'clerk' }),
  end_membership: ({ member }) => ({ member }),
  save_office: ({ row }) => ({ office: row, seen: row }),
  begin_import: () => ({ kind: 'offices', file_name: 'x.csv', file: '' }),
  add_import_rows: () => ({ import: 0, columns: ['code'], rows: [] }),
  check_import: () => ({ import: 0 }),
  finish_import: () => ({ import: 0 }),
  import_file: () => ({ import: 0 }),
  import_problem_part: () => ({ import: 0, part: 0 }),
  reforms: () => ({}),
  undo_reform: () => ({ reform: 0 }),
  undo_import: () => ({ import: 0 }),
  save_setting: () => ({ key: 'target_percent', value: '89', seen: '1' }),
  save_ladder: () => ({ days: [0], seen: [0] }),
  save_holiday: () => ({ holiday: {} }),
  save_logo: () => ({ picture: 'none' }),
  save_field: () => ({ field: {} }),
  save_procedure: () => ({ procedure: {} }),
  reform_offices: () => ({ plan: {} }),
  enter_illustrative_ratings: () => ({ days: [] }),
  digest_sent: () => ({ email: 'a@example.org' }),
  set_ledger_key: () => ({ name: 'x', public_key: 'x' }),
  checkpoints_to_sign: () => ({}),
  sign_checkpoints: () => ({ signed: [] }),
  register_witness: () => ({ name: 'x', public_key: 'x' }),
  end_witness: () => ({ name: 'x' }),
  set_feedback_key: () => ({ key: 'x' }),
  review_signal: () => ({ signal: '0', was_found: 'false', note: '' }),
  propose_void: ({ batch }) => ({ batch: batch ?? '0', reason: '' }),
  confirm_void: () => ({ proposal: '0' }),
  withdraw_void: () => ({ proposal: '0' }),
}
