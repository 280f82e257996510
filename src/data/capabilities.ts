/** Roles that reach the offices below their own. */
export const rolesWithDescendants = ['coordinator', 'auditor'] as const

/** Which roles may do what at an office. The database decides; screens follow. */
export const capabilities = {
  appoint_clerks: ['coordinator', 'head'],
  appoint_members: ['coordinator'],
  change_settings: ['coordinator'],
  edit_office_sign: ['coordinator', 'head'],
  make_visit_codes: ['coordinator', 'head', 'clerk'],
  manage_catalogue: ['coordinator'],
  manage_counters: ['coordinator', 'head'],
  manage_offerings: ['coordinator', 'head'],
  manage_offices: ['coordinator'],
  read_audit_log: ['coordinator', 'head', 'auditor'],
  read_original_comments: ['auditor'],
  reply_to_comments: ['coordinator', 'head', 'clerk'],
  report_handled_dossiers: ['coordinator', 'head'],
  restructure_offices: ['coordinator'],
  see_members: ['coordinator', 'head', 'auditor'],
} as const
