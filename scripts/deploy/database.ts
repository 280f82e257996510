// npm run deploy:database -- <connection string>: brings a Postgres server, hosted or self-hosted Supabase or none, up to this
// version, and says what it still lacks. Each step looks before it acts, so that a second run changes nothing.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { refusals } from '../admin/client.ts'
import { root } from '../bootstrap.js'
import { readArguments, run, step, UserError } from '../terminal.js'
import { selfCheck } from './self-check.ts'

const { values: options, positionals } = readArguments({
  allowPositionals: true,
  options: {
    // Where people will find the pages.
    site: { type: 'string' },
    // The first person, who invites all others.
    admin: { type: 'string' },
    office: { type: 'string' },
    'no-reference-data': { type: 'boolean', default: false },
  },
})

function connectionOf(text: string | undefined) {
  const url = URL.parse(text ?? '')
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new UserError(
      'Name the database: DATABASE_URL=postgresql://postgres:<password>@<host>:5432/postgres npm run deploy:database, or as its first word.',
    )
  }
  try {
    decodeURIComponent(url.password)
  } catch {
    throw new UserError('Write a % in the password as %25.')
  }
  return url
}

/** What a tool says may hold the connection string, or the password as the tool writes it. */
function withoutPassword(text: string, url: URL) {
  const secrets = [url.href, url.password, decodeURIComponent(url.password)].filter(secret => secret.length > 0)
  return secrets.reduce((plain, secret) => plain.replaceAll(secret, '…'), text)
}

/**
 * `supabase db push`: the migrations that are not there yet, and each file of reference data once. The password goes by the
 * environment, because anybody on the machine reads the list of processes.
 */
function push(url: URL) {
  const seed = options['no-reference-data'] ? [] : ['--include-seed']
  const named = new URL(url)
  named.password = ''
  const args = ['db', 'push', '--yes', ...seed, `--remote=${named.href}`]
  return new Promise<void>((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin/supabase'), args, {
      cwd: root,
      env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password) || process.env.PGPASSWORD },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
    child.on('error', reject)
    child.on('exit', status =>
      status === 0
        ? resolve()
        : reject(new UserError(`supabase db push ended with an error:\n${withoutPassword(said.trim(), url)}`)),
    )
  })
}

/** Calls a function as the administrator's key would. */
const asAdministrator = <T>(sql: Sql, work: (transaction: Sql) => Promise<T>) =>
  sql
    .begin(async transaction => {
      await transaction`select set_config('request.jwt.claims', '{"role": "service_role"}', true)`
      return work(transaction as unknown as Sql)
    })
    .catch((error: { message: string }) => {
      throw refusals[error.message] ? new UserError(refusals[error.message]) : error
    })

/** Where pg_cron has been switched on since the migrations ran: they schedule the release where they find it. */
async function schedule(sql: Sql) {
  const [{ isHere } = { isHere: false }] =
    await sql`select current_setting('cron.database_name', true) = current_database()
    and exists (select from pg_available_extensions where name = 'pg_cron') as "isHere"`
  if (!isHere) return 'no pg_cron here'
  await sql`create extension if not exists pg_cron with schema pg_catalog`
  const [job] =
    await sql`select jobid from cron.job where jobname = 'hai-long-release' and schedule = '* * * * *' and active
    and command = 'select private.release_when_due()' and database = current_database()`
  if (job) return 'every minute, as before'
  await sql`select cron.schedule('hai-long-release', '* * * * *', 'select private.release_when_due()')`
  return 'every minute'
}

/** The role as which PostgREST signs in, on a project that was given it after the migrations. */
async function tellPostgrest(sql: Sql) {
  const [role] = await sql`select rolconfig from pg_roles where rolname = 'authenticator'`
  if (!role) return 'no PostgREST here'
  const wanted = 'pgrst.db_pre_request=gateway.before_request'
  if (role.rolconfig?.includes(wanted)) return 'as before'
  await sql`alter role authenticator set pgrst.db_pre_request = 'gateway.before_request'`
  await sql`notify pgrst, 'reload config'`
  return 'calls gateway.before_request'
}

async function nameSite(sql: Sql, site: string) {
  const address = URL.parse(site)
  if (!address || !/^https?:$/.test(address.protocol))
    throw new UserError('Name the site as https://hailong.example.gov.vn')
  const [{ value } = { value: null }] = await sql`select value from public.settings where key = 'public_address'`
  if (value === address.origin) return 'as before'
  await asAdministrator(
    sql,
    transaction =>
      transaction`select public.save_setting('public_address', ${JSON.stringify(address.origin)}, ${JSON.stringify(value)})`,
  )
  return address.origin
}

async function inviteFirst(sql: Sql, email: string) {
  const tops = await sql`select code from public.offices where parent_code is null and closed_on is null`
  const office = options.office ?? (tops.length === 1 ? `${tops[0]?.code}` : undefined)
  if (!office)
    throw new UserError(
      `Name the office at the top with --office: ${tops.map(({ code }) => code).join(', ') || 'there is none yet'}.`,
    )
  const [member] =
    await sql`select from public.members where email = lower(${email}) and office_code = ${office} and role = 'coordinator' and ended_at is null`
  if (member) return 'as before'
  await asAdministrator(
    sql,
    transaction => transaction`select public.invite_member(${email}, ${office}, 'coordinator')`,
  )
  return `coordinator at ${office}`
}

const next = `
Then, in this order:
  keys      npm run feedback-key, npm run ledger-key -- --name <site>/ledger   (docs/run-it.md, The keys)
  the site  build and serve dist/                                          (docs/run-it.md, The site)
  all of it npm run check:deployment -- --url <site> --api <project> --key <publishable key>`

await run(async () => {
  const url = connectionOf(positionals[0] ?? process.env.DATABASE_URL)
  // Notices are of the migrations: what is missing is said below.
  const sql = postgres(url.href, { max: 1, connect_timeout: 15, onnotice: () => undefined })
  const reached = await sql`select current_setting('server_version_num')::integer as version`.catch((error: Error) => {
    throw new UserError(`${url.host} does not let us in: ${withoutPassword(error.message || String(error), url)}`)
  })
  if (reached[0]?.version < 150_000) throw new UserError('This is Postgres older than 15: use a newer one.')
  const done = (name: string, work: () => Promise<string>) => step(name, async report => report(await work()))
  try {
    await step('Migrations and reference data', () => push(url))
    await done('The daily release', () => schedule(sql))
    await done('PostgREST', () => tellPostgrest(sql))
    const { site, admin } = options
    if (site) await done('The address of the site', () => nameSite(sql, site))
    if (admin) await done('The first administrator', () => inviteFirst(sql, admin))
    const wrong = await selfCheck(sql, line => console.log(line))
    console.log(next)
    if (wrong > 0) process.exitCode = 1
  } finally {
    await sql.end()
  }
})
