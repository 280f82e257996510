// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.

export const roles = ['coordinator', 'head', 'clerk', 'auditor', 'interviewer'] as const

/** Roles that reach the offices below their own. */
export const rolesWithDescendants = ['coordinator', 'auditor', 'interviewer'] as const

/** Which roles may do what at an office. The database decides; screens follow. */
export const capabilities = {
  appoint_clerks: ['coordinator', 'head'],
  appoint_interviewers: ['coordinator', 'auditor'],
  appoint_members: ['coordinator'],
  ask_control: ['interviewer'],
  change_plan_targets: ['coordinator'],
  change_settings: ['coordinator'],
  download_imports: ['coordinator'],
  edit_office_sign: ['coordinator', 'head'],
  enter_par_index: ['coordinator'],
  enter_plan_values: ['coordinator', 'head'],
  enter_report_values: ['coordinator', 'head'],
  handle_feedback: ['coordinator', 'head', 'clerk'],
  make_visit_codes: ['coordinator', 'head', 'clerk'],
  manage_catalogue: ['coordinator'],
  manage_counters: ['coordinator', 'head'],
  manage_offerings: ['coordinator', 'head'],
  manage_offices: ['coordinator'],
  manage_visit_keys: ['coordinator', 'head'],
  moderate_good_practice: ['coordinator'],
  nominate_praise: ['coordinator', 'head', 'clerk'],
  print_posters: ['coordinator', 'head', 'clerk'],
  read_audit_log: ['coordinator', 'head', 'auditor'],
  read_comments: ['coordinator', 'head', 'clerk', 'auditor'],
  read_common_records: ['coordinator', 'auditor'],
  read_original_comments: ['auditor'],
  receive_digest: ['coordinator', 'head'],
  record_consents: ['coordinator', 'head'],
  reply_to_comments: ['coordinator', 'head', 'clerk'],
  report_handled_dossiers: ['coordinator', 'head'],
  restructure_offices: ['coordinator'],
  revoke_consents: ['coordinator', 'head', 'clerk'],
  see_counters: ['coordinator', 'head', 'clerk', 'auditor'],
  see_feedback: ['coordinator', 'head', 'clerk', 'auditor'],
  see_good_practice: ['coordinator', 'head', 'clerk', 'auditor'],
  see_home: ['coordinator', 'head', 'clerk', 'auditor'],
  see_imports: ['coordinator', 'head', 'clerk', 'auditor'],
  see_members: ['coordinator', 'head', 'auditor'],
  see_plan: ['coordinator', 'head', 'auditor'],
  see_reports: ['coordinator', 'head', 'auditor'],
  see_settings: ['coordinator', 'head', 'auditor'],
  see_signals: ['coordinator', 'auditor'],
  see_visit_codes: ['coordinator', 'head', 'clerk', 'auditor'],
  see_voidings: ['coordinator', 'head', 'auditor'],
  sign_reports: ['head'],
  sign_reports_of_bodies: ['coordinator'],
  void_as_auditor: ['auditor'],
  void_as_coordinator: ['coordinator'],
  write_practice_notes: ['head', 'clerk'],
} as const

/** Smallest and largest value of the settings that are whole numbers. */
export const settingBounds = {
  min_batch: [10, 100],
  target_percent: [50, 99],
  release_hour: [0, 23],
  retention_days: [62, 3650],
  answer_days: [1, 60],
  visit_code_margin: [0, 100],
  feedback_refuse_days: [1, 10],
  feedback_ask_days: [1, 15],
  feedback_forward_days: [1, 15],
  feedback_handle_days: [1, 60],
  feedback_publish_days: [1, 15],
  feedback_retention_days: [90, 3650],
  feedback_daily_limit: [50, 10000],
} as const

/** Those that figures are made by: a change is an entry of the ledger and holds from a later day. */
export const datedSettings = ['min_batch', 'target_percent'] as const

/** The settings that are a text or null. */
export const textSettings = ['agency_name', 'hotline', 'public_address'] as const

/** What people fill in of an office, which capability changes it, and by which headings an import knows it. */
export const officeColumns = {
  code: { type: 'code', capability: 'manage_offices', isNeeded: true, headings: 'ma|ma co quan|ma don vi|office code' },
  name: {
    type: 'text',
    capability: 'manage_offices',
    isNeeded: true,
    headings: 'ten|ten co quan|ten don vi|office|office name',
  },
  kind: { type: 'text', capability: 'manage_offices', isNeeded: true, headings: 'loai|cap|loai don vi|type|level' },
  parent_code: {
    type: 'code',
    capability: 'manage_offices',
    isNeeded: false,
    headings: 'ma cap tren|cap tren|truc thuoc|ma don vi cap tren|ma co quan cap tren|parent',
  },
  desk: {
    type: 'text',
    capability: 'edit_office_sign',
    isNeeded: false,
    headings: 'bo phan mot cua|ten quay|bien hieu|ten bo phan mot cua|desk name',
  },
  gso_code: {
    type: 'text',
    capability: 'manage_offices',
    isNeeded: false,
    headings: 'ma thong ke|ma gso|ma tong cuc thong ke|ma dvhc|gso',
  },
  opened_on: {
    type: 'date',
    capability: 'manage_offices',
    isNeeded: false,
    headings: 'ngay bat dau|ngay thanh lap|tu ngay|ngay mo|mo tu ngay|from|start date|opened',
  },
  closed_on: {
    type: 'date',
    capability: 'manage_offices',
    isNeeded: false,
    headings: 'ngay ket thuc|den ngay|ngay dong|to|end date|closed',
  },
  hotline: {
    type: 'text',
    capability: 'edit_office_sign',
    isNeeded: false,
    headings: 'duong day nong|dien thoai|so dien thoai|phone|telephone',
  },
  opening_hours: {
    type: 'text',
    capability: 'edit_office_sign',
    isNeeded: false,
    headings: 'gio lam viec|gio mo cua|thoi gian lam viec|hours',
  },
  further_hours: {
    type: 'text',
    capability: 'edit_office_sign',
    isNeeded: false,
    headings: 'gio lam viec them|lam viec ngoai gio|them gio|further hours',
  },
} as const

/** The columns of each kind of import. */
export const importColumns = {
  handled: ['office_code', 'month', 'procedure_code', 'channel', 'handled', 'on_time', 'quality'],
  offerings: ['office_code', 'procedure_code', 'opened_on', 'closed_on', 'channels'],
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
    'further_hours',
  ],
  par_index: ['office_code', 'year', 'score', 'rank', 'ranked_units', 'group_name', 'source'],
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
    'fee',
    'documents_url',
    'official_url',
    'valid_from',
    'valid_to',
    'online_level',
  ],
  visit_codes: ['office_code', 'procedure_code', 'channel', 'count', 'expires_on'],
} as const

/** What it takes to import each kind. */
export const importCapabilities = {
  handled: 'report_handled_dossiers',
  offerings: 'manage_offerings',
  offices: 'manage_offices',
  par_index: 'enter_par_index',
  procedures: 'manage_catalogue',
  visit_codes: 'make_visit_codes',
} as const

export const counterKinds = ['poster', 'kiosk', 'link', 'leaflet'] as const
