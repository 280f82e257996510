import type { Edit } from '../attack/guard.ts'

/** What keeps an invariant, and how to switch it off from outside: in a copy of the database, or in what a phone loads. */
export type Guard = { name: string; sql?: string; edits?: Edit[] }
