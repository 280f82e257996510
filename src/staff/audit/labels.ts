/** What the database logs: the tables, and what is done to them. The catalogues name each. */
export const subjectsLogged = [
  'comments',
  'counters',
  'fields',
  'handled_dossiers',
  'holidays',
  'imports',
  'ladder',
  'members',
  'offerings',
  'office_successions',
  'offices',
  'procedures',
  'reply_templates',
  'settings',
  'visit_batches',
] as const

export const actionsLogged = [
  'insert',
  'update',
  'delete',
  'import',
  'undo_import',
  'download',
  'look_at_original',
] as const

/** A name of the log in the words of the page; a newer database may log what this version has no word for. */
export const isLogged = <Word extends string>(words: readonly Word[], word: string): word is Word =>
  words.some(one => one === word)
