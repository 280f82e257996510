import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { root } from '../bootstrap.js'
import { writeError } from '../terminal.js'

const random = (bytes: number) => randomBytes(bytes).toString('base64url')

// The names are those of the Supabase tools. The publishable key is built into the app and no secret.
const recipes = {
  SUPABASE_PUBLISHABLE_KEY: () => `sb_publishable_${random(24)}`,
  SUPABASE_SECRET_KEY: () => `sb_secret_${random(24)}`,
  SUPABASE_JWT_SECRET: () => random(48),
}

export type Secrets = { publishableKey: string; secretKey: string }

/**
 * The keys of this installation, made on the first start, kept in `.env` and put into the environment, where
 * supabase/config.toml looks for them. A value that is already in the environment wins.
 */
export function prepareSecrets(): Secrets {
  const path = join(root, '.env')
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const known = parseEnv(text)
  const missing = Object.entries(recipes).filter(([name]) => !process.env[name] && !known[name])
  const made = missing.map(([name, make]) => [name, make()] as const)
  if (made.length > 0) write(path, text, made)
  const all = { ...known, ...Object.fromEntries(made) }
  for (const name of Object.keys(recipes)) process.env[name] ||= all[name]
  return {
    publishableKey: process.env.SUPABASE_PUBLISHABLE_KEY ?? '',
    secretKey: process.env.SUPABASE_SECRET_KEY ?? '',
  }
}

function write(path: string, text: string, made: (readonly [string, string])[]) {
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
  try {
    // Written beside and moved: a half-written file would be half a set of keys.
    writeFileSync(`${path}.new`, before + made.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 })
    chmodSync(`${path}.new`, 0o600)
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw writeError(error, path) ?? error
  }
}
