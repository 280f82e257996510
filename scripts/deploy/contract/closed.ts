import { readdirSync, readFileSync } from 'node:fs'
import { staffTables, tables } from '../../../e2e/agreement.ts'
import { argumentsOf, callers } from '../../../e2e/matrix.ts'
import { type Answer, askApi, type Check, call, isClosed, type Site, seen, told } from './site.ts'

const migrations = new URL('../../../supabase/migrations/', import.meta.url)
const namesOf = (pattern: RegExp) => {
  const sql = readdirSync(migrations).map(file => readFileSync(new URL(file, migrations), 'utf8'))
  return [...new Set([...sql.join('\n').matchAll(pattern)].map(([, name]) => `${name}`))]
}

const grants = 'Somebody has granted more than the migrations do: compare the grants with supabase/tests/access.sql.'

async function hideTables(site: Site) {
  const hidden = [...namesOf(/create (?:table|view|type|sequence) private\.(\w+)/g), ...Object.keys(staffTables)]
  const others = ['schema_migrations', 'users', 'pg_roles', 'job', '_system']
  const faults: string[] = []
  for (const table of new Set([...hidden, ...others])) {
    const answers = [await askApi(site, `${table}?limit=1`)]
    for (const schema of ['private', 'supabase_migrations'])
      answers.push(await askApi(site, `${table}?limit=1`, { headers: { 'accept-profile': schema } }))
    const open = answers.find(answer => !isClosed(answer))
    if (open) faults.push(`${table}: ${seen(open)}`)
  }
  return told(faults)
}

/** Nothing of it is there: the arguments are those with which nothing would happen either. */
const nothing = {
  office: 'none',
  row: {},
  counter: '000000',
  device: '00000000-0000-4000-8000-000000000000',
  key: '0',
  member: 0,
  comment: '00000000-0000-4000-8000-000000000000',
  praise: '00000000-0000-4000-8000-000000000000',
  petition: '00000000-0000-4000-8000-000000000000',
}

async function hideFunctions(site: Site) {
  const open = new Set(callers.filter(({ own: [anybody] }) => anybody !== '-').map(({ name }) => name))
  const closed = namesOf(/create (?:function|procedure) (?:public|private)\.(\w+)/g).filter(name => !open.has(name))
  const faults: string[] = []
  for (const name of [...closed, 'pg_sleep', 'version', 'before_request']) {
    const answer = await call(site, name, argumentsOf[name]?.(nothing) ?? {})
    if (!isClosed(answer)) faults.push(`${name}: ${seen(answer)}`)
  }
  return told(faults)
}

/** With rows that are not there: where the right is, the answer is that none was changed. */
export async function writesOf(site: Site, headers: Record<string, string> = {}, columnsOf = tables) {
  const faults: string[] = []
  for (const [table, columns] of Object.entries(columnsOf)) {
    const body = JSON.stringify({ [`${columns[1]}`]: null })
    const none = `${table}?${columns[0]}=is.null&${columns[1]}=is.null`
    const tried: [string, Answer][] = [
      ['PATCH', await askApi(site, none, { method: 'PATCH', body, headers })],
      ['DELETE', await askApi(site, none, { method: 'DELETE', headers })],
      // No row comes of it: what else a row needs is missing.
      ['POST', await askApi(site, table, { method: 'POST', body, headers })],
    ]
    for (const [method, answer] of tried)
      if (![401, 403, 404, 405].includes(answer.status)) faults.push(`${method} ${table}: ${seen(answer)}`)
  }
  return told(faults)
}

async function wantKey(site: Site) {
  const faults: string[] = []
  for (const key of ['', 'wrong', `${site.publishableKey}x`]) {
    const answer = await askApi(site, 'settings', { headers: { apikey: key } })
    if (answer.status !== 401) faults.push(`${key === '' ? 'without a key' : 'with a wrong key'}: ${seen(answer)}`)
  }
  return told(faults)
}

async function keepMailboxes(site: Site) {
  const account = JSON.stringify({ email: 'someone@example.org', password: 'correct horse battery' })
  const faults: string[] = []
  for (const path of ['token?grant_type=password', 'admin/users']) {
    const isAsked = path.startsWith('admin')
    const answer = await askApi(site, `../../auth/v1/${path}`, isAsked ? {} : { body: account })
    if (answer.status < 400) faults.push(`${path}: ${seen(answer)}`)
  }
  return told(faults)
}

/** What nobody reads, calls or writes without the right to. */
export const closed: Check[] = [
  {
    name: 'no other table answers',
    remedy: `${grants} The API must show the schema public alone.`,
    attempt: hideTables,
  },
  { name: 'no other function can be called', remedy: grants, attempt: hideFunctions },
  { name: 'no table is written', remedy: grants, attempt: site => writesOf(site) },
  {
    name: 'nothing answers without the key, nor to a wrong one',
    remedy:
      'Put the API behind the gateway that asks for keys (Kong of the Supabase distribution), and not PostgREST itself on the network.',
    attempt: wantKey,
  },
  {
    name: 'nobody signs in with a password that was never set, nor lists accounts',
    remedy: 'Switch off every way of signing in but the code by mail.',
    attempt: keepMailboxes,
  },
]
