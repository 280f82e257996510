// npm run backup, npm run restore: copies of the embedded database, while the server is stopped.

import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { databaseFolder, environment, folder, forgetServer } from '../server/data-folder.ts'
import { lockFolder } from '../server/folder-lock.ts'
import { readArguments, run, step, UserError } from '../terminal.js'
import { backUp, backupName, type Manifest, restore } from './backup.ts'
import { ownMigrations } from './state.ts'

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: { out: { type: 'string' }, from: { type: 'string' } },
})
// Made-up ratings that are only partly there: the next start would go on with them.
const unfinished = join(folder, 'illustration-unfinished')

function summary({ files, rows, madeAt }: Manifest) {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const count = Object.values(rows).reduce((sum, table) => sum + table, 0)
  return `${(size / 1e6).toFixed(1)} MB, ${count} rows, of ${madeAt}`
}

async function makeBackup() {
  if (existsSync(unfinished)) throw new UserError('Made-up ratings are only partly loaded: let npm start finish first.')
  const target = resolve(values.out ?? join(folder, 'backups', backupName()))
  const manifest = await step('Backing up', () => backUp(databaseFolder, target))
  console.log(`${target}: ${summary(manifest)}.
The keys in ${folder} and .env are not in it: keep copies of them elsewhere.`)
}

async function restoreBackup() {
  if (!values.from) throw new UserError('Name the backup: npm run restore -- --from <folder>')
  const backup = resolve(values.from)
  const { manifest, before, isOtherVersion } = await step('Restoring', () =>
    restore(backup, databaseFolder, ownMigrations()),
  )
  rmSync(unfinished, { force: true })
  console.log(`Restored ${backup}: ${summary(manifest)}.`)
  if (before) console.log(`What was there is now ${before}: delete it when all is well.`)
  if (isOtherVersion) console.log('It was made by a version with other migrations: npm start carries it over.')
  console.log(
    'Witnesses will say that the ledger is an older one, and ratings that came after the backup are not in it.',
  )
}

await run(async () => {
  const works: Record<string, () => Promise<void>> = { backup: makeBackup, restore: restoreBackup }
  const work = works[positionals[0] ?? '']
  if (!work) throw new UserError('npm run backup, or npm run restore.')
  if (environment('DATABASE_URL', '')) {
    throw new UserError('DATABASE_URL names a Postgres server: back it up and restore it with pg_dump and pg_restore.')
  }
  process.umask(0o077)
  lockFolder()
  try {
    await work()
  } finally {
    forgetServer()
  }
})
