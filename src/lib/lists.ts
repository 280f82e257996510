// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.

/** The five of SIPAS, in the official order; praised or to improve. */
export const factors = ['access', 'procedure', 'staff', 'result', 'feedback'] as const

/** Every question with one answer, and its answers. */
export const detailChoices = {
  outcome: ['received', 'supplement', 'refused', 'waiting'],
  timeliness: ['early', 'on_time', 'late', 'not_yet'],
  trips: ['0', '1', '2+'],
  agencies: ['0', '1', '2+'],
  money: ['no', 'yes', 'not_said'],
  filled_by: ['myself', 'family', 'officer'],
  applicant: ['citizen', 'business'],
} as const

/** How a procedure was asked for. */
export const serviceChannels = ['counter', 'online', 'postal'] as const

/** How well a rating is known to come from somebody who was served. */
export const trusts = ['visit', 'walk_in'] as const

export const roles = ['coordinator', 'head', 'clerk', 'auditor'] as const

/** Roles that reach the offices below their own. */
export const rolesWithDescendants = ['coordinator', 'auditor'] as const

/** Which roles may do what at an office. The database decides; screens follow. */
export const capabilities = {
  appoint_clerks: ['coordinator', 'head'],
  appoint_members: ['coordinator'],
  change_settings: ['coordinator'],
  download_imports: ['coordinator'],
  edit_office_sign: ['coordinator', 'head'],
  make_visit_codes: ['coordinator', 'head', 'clerk'],
  manage_catalogue: ['coordinator'],
  manage_counters: ['coordinator', 'head'],
  manage_offerings: ['coordinator', 'head'],
  manage_offices: ['coordinator'],
  print_posters: ['coordinator', 'head', 'clerk'],
  read_audit_log: ['coordinator', 'head', 'auditor'],
  read_comments: ['coordinator', 'head', 'clerk', 'auditor'],
  read_common_records: ['coordinator', 'auditor'],
  read_original_comments: ['auditor'],
  receive_digest: ['coordinator', 'head'],
  reply_to_comments: ['coordinator', 'head', 'clerk'],
  report_handled_dossiers: ['coordinator', 'head'],
  restructure_offices: ['coordinator'],
  see_counters: ['coordinator', 'head', 'clerk', 'auditor'],
  see_home: ['coordinator', 'head', 'clerk', 'auditor'],
  see_imports: ['coordinator', 'head', 'clerk', 'auditor'],
  see_members: ['coordinator', 'head', 'auditor'],
  see_settings: ['coordinator', 'head', 'auditor'],
  see_visit_codes: ['coordinator', 'head', 'clerk', 'auditor'],
} as const

/** Smallest and largest value of the settings that are whole numbers. */
export const settingBounds = {
  min_batch: [10, 100],
  target_percent: [50, 99],
  release_hour: [0, 23],
  retention_days: [62, 3650],
  answer_days: [1, 60],
  visit_code_margin: [0, 100],
} as const

/** Those that figures are made by: a change is an entry of the ledger and holds from a later day. */
export const datedSettings = ['min_batch', 'target_percent'] as const

/** The settings that are a text or null. */
export const textSettings = ['agency_name', 'hotline', 'public_address'] as const

/** What people fill in of an office, and which capability changes it. */
export const officeColumns = {
  code: { type: 'code', capability: 'manage_offices' },
  name: { type: 'text', capability: 'manage_offices' },
  kind: { type: 'text', capability: 'manage_offices' },
  parent_code: { type: 'code', capability: 'manage_offices' },
  desk: { type: 'text', capability: 'edit_office_sign' },
  gso_code: { type: 'text', capability: 'manage_offices' },
  opened_on: { type: 'date', capability: 'manage_offices' },
  closed_on: { type: 'date', capability: 'manage_offices' },
  hotline: { type: 'text', capability: 'edit_office_sign' },
  opening_hours: { type: 'text', capability: 'edit_office_sign' },
} as const

/** The columns of each kind of import. */
export const importColumns = {
  handled: ['office_code', 'month', 'procedure_code', 'channel', 'handled', 'on_time'],
  offerings: ['office_code', 'procedure_code', 'opened_on', 'closed_on'],
  offices: [
    'code',
    'name',
    'kind',
    'parent_code',
    'desk',
    'gso_code',
    'opened_on',
    'closed_on',
    'hotline',
    'opening_hours',
  ],
  procedures: [
    'code',
    'name',
    'field',
    'level',
    'decision',
    'counter_days',
    'online_days',
    'post_days',
    'days_unit',
    'official_url',
    'valid_from',
    'valid_to',
  ],
  visit_codes: ['office_code', 'procedure_code', 'channel', 'count', 'expires_on'],
} as const

/** What it takes to import each kind. */
export const importCapabilities = {
  handled: 'report_handled_dossiers',
  offerings: 'manage_offerings',
  offices: 'manage_offices',
  procedures: 'manage_catalogue',
  visit_codes: 'make_visit_codes',
} as const
