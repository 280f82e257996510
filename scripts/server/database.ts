import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '@supabase/lite'
import { applyPendingMigrations, createApi } from '@supabase/lite/cli'
import type { PgliteConnection } from '@supabase/lite/pglite'
import type { PostgresConnection } from '@supabase/lite/postgres'
import { root } from '../bootstrap.js'
import { ledgerKey } from '../ledger/key.ts'
import { step, UserError } from '../terminal.js'
import { carryOver, finishSwap } from './carry-over.ts'
import { databaseFolder, folder } from './data-folder.ts'
import { openMailer } from './mailer.ts'
import {
  appliedMigrations,
  compareMigrations,
  type Database,
  listMigrations,
  loadReferenceData,
  recordFingerprints,
} from './migration-record.ts'
import { giveFeedbackKey } from './requests/feedback-access.ts'
import { feedbackKeys, publicKeyOf } from './requests/feedback-key.ts'
import { type Renewable, renewable } from './requests/renewable.ts'
import { keepSteady } from './requests/steady-connection.ts'
import { applyTimeLimits } from './requests/time-limits.ts'
import { printedMails, signInMails } from './sign-in/mails.ts'

const postgresUrl = process.env.DATABASE_URL
export const isEmbedded = !postgresUrl

/** Where the data lies, for people: without the password. */
export function describeDataLocation() {
  if (!postgresUrl) return databaseFolder
  const url = URL.parse(postgresUrl)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new UserError(
      'DATABASE_URL is no address of a Postgres server: write it as postgres://user:password@host:5432/database.',
    )
  }
  return `Postgres at ${url.host}${url.pathname}`
}

/** Opens the database and brings it up to this version: roles, migrations, and on a new one the reference data. */
export function openDatabase(): Promise<Renewable & { isNew: boolean }> {
  return quietly(open)
}

async function open() {
  if (isEmbedded) finishSwap(databaseFolder)
  let database = await step(isEmbedded ? 'Opening the database' : 'Connecting to Postgres', () =>
    connect(databaseFolder),
  )
  if (await isOfOtherMigrations(database)) {
    const old = database
    await step('Carrying the data over to this version', report => carryOver(old, databaseFolder, makeDatabase, report))
    database = await connect(databaseFolder)
  }
  await step('Applying migrations', async report => report(`${await migrate(database)} new`))
  if (!isEmbedded) await applyTimeLimits(database)
  await sealWithOwnKey(database)
  await nameLedger(database)
  const isNew = await step('Loading what is new of the reference data', () => loadReferenceData(database.query))
  return { ...renewable(database, () => quietly(() => connect(databaseFolder))), isNew }
}

/** Whether the data folder was made by migrations that have been edited since. A Postgres server is refused then. */
async function isOfOtherMigrations(database: Database) {
  const applied = await appliedMigrations(database)
  const { state, version } = compareMigrations(applied, await listMigrations(database), !isEmbedded)
  if (state === 'newer') {
    throw new UserError(
      `The database at ${describeDataLocation()} was used by a newer version of Hài Lòng (migration ${version}): update this copy, or use another database.`,
    )
  }
  if (state === 'edited' && !isEmbedded) {
    throw new UserError(
      `The database at ${describeDataLocation()} was made by a version of Hài Lòng with other migrations (the first is ${version}): until 1.0.0 they are edited in place. Go on with that version, or save its rows with pg_dump --data-only and load them into a new database that this version has made.`,
    )
  }
  return state === 'edited'
}

/** Makes an empty database of this version. */
async function makeDatabase(dataFolder: string) {
  const database = await connect(dataFolder)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.app.connection.close()
    throw error
  }
}

/** Brings a database up to this version, and returns how many migrations that took. */
async function migrate(database: Database) {
  const applied = await appliedMigrations(database)
  if (applied.length === 0) await prepareLikeSupabase(database)
  await recordFingerprints(database, (await listMigrations(database)).slice(applied.length))
  return (await applyPendingMigrations(database.app)).applied.length
}

async function connect(dataFolder: string): Promise<Database> {
  describeDataLocation() // Refuses an address that is none.
  refuseOtherPostgres()
  // Without one, Lite prints its mails on the console.
  const box = openMailer()
  // supabase/config.toml reads these two.
  process.env.LITE_DRIVER = isEmbedded ? 'pglite' : 'postgres'
  process.env.LITE_URL = postgresUrl || dataFolder
  const api = await createApi({ withSupabaseClient: false })
  const app = await api.project.local.createApp(join(root, 'supabase/config.toml'), { admin: false })
  if (isEmbedded) keepSteady((app.connection as PgliteConnection).driver)
  else sendJsonOnce(app)
  keepGrantsOfMigrations(app)
  giveFeedbackKey(app, feedbackKeys(folder))
  Object.assign(app.drivers, { email: box ? signInMails(box) : printedMails })
  const query = isEmbedded ? embeddedQuery(app) : postgresQuery(app)
  try {
    await query('select 1')
  } catch (error) {
    throw connectionError(error) ?? error
  }
  return { app, query }
}

function embeddedQuery(app: App): Database['query'] {
  const { driver } = app.connection as PgliteConnection
  return async sql => ((await driver.exec(sql)).at(-1)?.rows ?? []) as Record<string, unknown>[]
}

function postgresQuery(app: App): Database['query'] {
  const { driver } = app.connection as PostgresConnection
  return async sql => {
    const result = await driver.unsafe(sql)
    return Array.isArray(result[0]) ? (result.at(-1) as unknown as Record<string, unknown>[]) : [...result]
  }
}

/**
 * Lite hands JSON over as text, and the Postgres driver would make JSON of it once more: our functions would be given a
 * text in quotes, and refuse every rating and whatever an office saves.
 */
function sendJsonOnce(app: App) {
  const { serializers } = (app.connection as PostgresConnection).driver.options
  const [json, jsonb] = [114, 3802]
  for (const type of [json, jsonb]) {
    serializers[type] = value => (typeof value === 'string' ? value : JSON.stringify(value))
  }
}

function connectionError(error: unknown) {
  const { code = '', message } = error as { code?: string; message: string }
  if (isEmbedded) return undefined
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENET|CONNECT_TIMEOUT|CONNECTION_)/.test(code)) {
    return new UserError(`${describeDataLocation()} does not answer (${code}): start it, or correct DATABASE_URL.`)
  }
  if (/^(28|3D)/.test(code))
    return new UserError(`${describeDataLocation()} refuses: ${message}. Correct DATABASE_URL.`)
  return undefined
}

/** PGlite dies on a folder of another Postgres version with an error that nobody understands. */
function refuseOtherPostgres() {
  const versionFile = join(databaseFolder, 'PG_VERSION')
  if (!isEmbedded || !existsSync(versionFile)) return
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== '17') {
    throw new UserError(
      `The data in ${databaseFolder} was written by Postgres ${version}, this version of Hài Lòng brings 17.`,
    )
  }
}

/**
 * Makes an empty database look like a new Supabase project: its roles, and its default privileges, which the migrations
 * then take back. Lite makes the roles late, and those alone that it finds named.
 */
async function prepareLikeSupabase({ query }: Database) {
  const roles = { anon: '', authenticated: '', service_role: 'bypassrls' }
  for (const [role, attributes] of Object.entries(roles)) {
    await query(`do $$ begin
      if not exists (select from pg_catalog.pg_roles where rolname = '${role}') then
        create role ${role} nologin ${attributes};
      end if;
    end $$`)
  }
  const all = Object.keys(roles).join(', ')
  await query(`grant usage on schema public to ${all};
    alter default privileges in schema public grant all on tables to ${all};
    alter default privileges in schema public grant all on sequences to ${all};
    alter default privileges in schema public grant all on functions to ${all}`)
}

/**
 * At its first request Lite grants every table of public to browsers, and again at each start: a grant that a migration
 * leaves out would be there. It does so once a connection, and believes here that it has.
 */
function keepGrantsOfMigrations(app: App) {
  Object.assign(app.connection, { rlsState: 'active' })
}

/** Petitions are sealed with the first of this installation's keys from now on. */
async function sealWithOwnKey({ query }: Database) {
  await query(`select public.set_feedback_key('${publicKeyOf(feedbackKeys(folder).split(/\s+/)[0] ?? '')}')`)
}

/** Checkpoints have the name of this installation's key from now on. */
async function nameLedger({ query }: Database) {
  const [known] = await query('select name from public.ledger_keys order by position desc limit 1')
  const { name, publicKey } = ledgerKey(folder, known?.name as string | undefined)
  try {
    await query(`select public.set_ledger_key('${name}', '${publicKey}')`)
  } catch (error) {
    if (!/ledger_name_fixed/.test((error as Error).message)) throw error
    throw new UserError(
      `The ledger in ${describeDataLocation()} is called ${known?.name}, and LEDGER_KEY is for ${name}: make a new one with npm run ledger-key -- --name ${known?.name}.`,
    )
  }
}

/** Lite prints each failed statement before it throws the error that we show, and Postgres has a notice for everything. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error, log } = console
  console.error = console.log = () => undefined
  try {
    return await work()
  } finally {
    Object.assign(console, { error, log })
  }
}
