import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../bootstrap.js'
import { step, UserError, writeError } from '../terminal.js'

const inputs = [
  'index.html',
  'embed.html',
  'vite.config.ts',
  'scripts/build/**/*',
  'package-lock.json',
  'src/**/*',
  'public/**/*',
]
const stampFile = join(root, 'dist/.inputs')

/** One hash over everything the built app depends on, the publishable key included. */
function hashInputs(publishableKey: string) {
  const hash = createHash('sha256').update(publishableKey)
  const entries = globSync(inputs, { cwd: root, withFileTypes: true }).filter(entry => entry.isFile())
  for (const path of entries.map(entry => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function builtFrom() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return ''
  }
}

/** Builds the app into `dist`, unless `dist` was built from the same sources. */
export async function buildApp(publishableKey: string) {
  const wanted = hashInputs(publishableKey)
  if (builtFrom() === wanted) return
  await step('Building the app', async () => {
    const { NODE_ENV } = process.env
    try {
      // Vite takes over what the surroundings say, and would build for whoever tests or develops: twice as large.
      process.env.NODE_ENV = 'production'
      await build({ root, logLevel: 'warn', build: { manifest: true } })
      writeFileSync(stampFile, wanted)
    } catch (error) {
      throw (
        writeError(error, join(root, 'dist')) ?? new UserError(`The app does not build: ${(error as Error).message}`)
      )
    } finally {
      if (NODE_ENV === undefined) delete process.env.NODE_ENV
      else process.env.NODE_ENV = NODE_ENV
    }
  })
}
