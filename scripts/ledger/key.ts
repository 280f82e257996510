import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError, writeError } from '../terminal.js'
import { type LedgerKey, makeKey, readKey } from './note.ts'

const FILE = 'ledger-key'

/** The key of this installation, if there is one: that of the environment, else of the file beside the data. */
export function existingLedgerKey(folder: string): LedgerKey | undefined {
  const given = process.env.LEDGER_KEY?.trim()
  if (given) return checked(given, 'LEDGER_KEY')
  const path = join(folder, FILE)
  return existsSync(path) ? checked(readFileSync(path, 'utf8'), path) : undefined
}

/**
 * The same, made on the first start. Whoever has the database has not got it; whoever copies the whole folder has. `name`:
 * that of the ledger, which a new key in the place of a lost one must have too.
 */
export function ledgerKey(folder: string, name?: string): LedgerKey {
  const existing = existingLedgerKey(folder)
  if (existing) return existing
  const path = join(folder, FILE)
  const line = makeKey(name)
  try {
    writeFileSync(path, `${line}\n`, { mode: 0o600 })
    chmodSync(path, 0o600)
  } catch (error) {
    throw writeError(error, path) ?? error
  }
  return checked(line, path)
}

function checked(line: string, where: string) {
  const key = readKey(line)
  if (key) return key
  throw new UserError(
    `${where} holds no key for the ledger: make one with "npm run ledger-key -- --name <site>/ledger".`,
  )
}
