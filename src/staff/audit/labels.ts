/** What the database logs: the tables, and what is done to them. The catalogues name each. */
export const subjectsLogged = [
  'comments',
  'counters',
  'counter_devices',
  'feedback',
  'fields',
  'handled_dossiers',
  'holidays',
  'imports',
  'ladder',
  'members',
  'name_consents',
  'offerings',
  'office_successions',
  'offices',
  'par_index',
  'plan_target_changes',
  'plan_values',
  'practice_notes',
  'praises',
  'procedures',
  'published_feedback',
  'reforms',
  'reply_templates',
  'report_entries',
  'report_sign_offs',
  'rule_changes',
  'settings',
  'visit_batches',
  'visit_keys',
  'signal_reviews',
  'void_proposals',
] as const

export const actionsLogged = [
  'insert',
  'update',
  'delete',
  'import',
  'undo_import',
  'undo_reform',
  'download',
  'look_at_original',
  'look_at_feedback',
] as const

/** Whether the catalogues have a word for a name in the log: a newer database may log what this version does not know. */
export const isLogged = <Word extends string>(words: readonly Word[], word: string): word is Word =>
  words.some(one => one === word)

/** Whether a text is a day: 'YYYY-MM-DD'. */
export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
