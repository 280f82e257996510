import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../bootstrap.js'

/**
 * A variable of the environment, or something else where it is not set. One that is set to nothing counts as not set: so
 * `.env` files and container managers leave it.
 */
export const environment = (name: string, otherwise: string) => process.env[name]?.trim() || otherwise

/** Where this installation keeps what changes: the database in `data`, the lock, and the address of the running server. */
export const folder = resolve(root, environment('DATA_DIR', 'supabase/.temp'))
export const databaseFolder = join(folder, 'data')

/**
 * Keeps everybody but this user out of the data, as Postgres does of its own. What older versions have written is shut
 * by its folder.
 */
export function closeFolder() {
  const modes = {
    '': 0o700,
    data: 0o700,
    'lock.db': 0o600,
    'server.json': 0o600,
    'feedback-key': 0o600,
    'ledger-key': 0o600,
  }
  for (const [name, mode] of Object.entries(modes)) {
    try {
      chmodSync(join(folder, name), mode)
    } catch {
      // Not there yet, or another user's, who has decided it.
    }
  }
}

const serverFile = join(folder, 'server.json')

export type RunningServer = { pid: number; url: string | null }

export function runningServer(): RunningServer | undefined {
  try {
    return JSON.parse(readFileSync(serverFile, 'utf8'))
  } catch {
    return undefined
  }
}

/** Tells `npm run release` and its like where the server answers. */
export function announceServer(url: string | null) {
  writeFileSync(serverFile, JSON.stringify({ pid: process.pid, url } satisfies RunningServer))
}

export function forgetServer() {
  rmSync(serverFile, { force: true })
}
