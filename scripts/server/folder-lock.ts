import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { UserError, writeError } from '../terminal.js'
import { announceServer, closeFolder, folder, runningServer } from './data-folder.ts'

// Kept for as long as the process lives: collected as garbage it would let go of the folder.
let lock: DatabaseSync | undefined

/**
 * Takes the folder for this process. Two processes on one PGlite folder destroy it (electric-sql/pglite#709). SQLite holds
 * the lock, because the operating system then releases it however this process ends, also by kill -9.
 */
export function lockFolder() {
  try {
    mkdirSync(folder, { recursive: true })
    const file = new DatabaseSync(join(folder, 'lock.db'))
    file.exec('pragma locking_mode = exclusive; begin exclusive')
    lock = file
    closeFolder()
    announceServer(null)
  } catch (error) {
    if ((error as { errcode?: number }).errcode === 5) throw inUse()
    throw folderError(error) ?? error
  }
}

/** Whether this process has taken the folder. */
export const holdsFolder = () => lock !== undefined

function inUse() {
  const server = runningServer()
  const owner = server ? `process ${server.pid}${server.url ? `, which serves ${server.url}` : ''}` : 'another process'
  return new UserError(
    `The data in ${folder} is in use by ${owner}: stop that first, or name another folder with DATA_DIR.`,
  )
}

// SQLite has its own numbers: 8 is read-only, 13 is full, 14 is cannot open.
const codes: Record<number, string> = { 8: 'EROFS', 13: 'ENOSPC', 14: 'EACCES' }

function folderError(error: unknown) {
  const code = codes[(error as { errcode?: number }).errcode ?? 0]
  return writeError(code ? { code } : error, folder)
}
