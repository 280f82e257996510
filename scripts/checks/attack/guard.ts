/** Lines of a file, to be replaced in one process. */
export type Edit = { file: string; from: string; to: string }

/** What stops an attack, and how to switch it off from outside: in a copy of the database, or in what a process loads. */
export type Guard = {
  name: string
  /** The attack that gets through without it. */
  stops: string
  sql?: string
  edits?: Edit[]
}
