// What a database says of itself after it was brought up to this version: what is there, and what is left to do.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { root } from '../bootstrap.js'

/** `fault`: nothing goes well without it. Otherwise somebody decides whether and when. */
type Look = { name: string; isFault: boolean; remedy: string; is: (sql: Sql) => Promise<boolean> }

/** A question with one answer, which is yes or no. */
const yes = (question: string) => async (sql: Sql) => {
  const [row] = await sql.unsafe(`select (${question}) as answer`)
  return row?.answer === true
}

async function hasAllMigrations(sql: Sql) {
  const applied = await sql`select version from supabase_migrations.schema_migrations order by version`
  const own = readdirSync(join(root, 'supabase/migrations'))
    .map(file => file.split('_')[0])
    .toSorted()
  return JSON.stringify(applied.map(({ version }) => version)) === JSON.stringify(own)
}

const roleHas = (role: string, setting: string) =>
  `exists (select from pg_catalog.pg_roles, unnest(rolconfig) c where rolname = '${role}' and c like '${setting}%')`
const hasCron = `to_regclass('cron.job') is not null`

const looks: Look[] = [
  {
    name: 'every migration of this version, and no other',
    isFault: true,
    remedy: 'Use the version of Hài Lòng that made this database, or a new database.',
    is: hasAllMigrations,
  },
  {
    name: 'browsers reach nothing but what the API shows',
    isFault: true,
    remedy:
      'Take back what was granted besides: revoke usage on schema private, supabase_migrations from anon, authenticated.',
    is: yes(`not exists (select from unnest(array['anon', 'authenticated']) r, unnest(array['private', 'supabase_migrations']) s
      where to_regnamespace(s) is not null and has_schema_privilege(r, s, 'usage'))`),
  },
  {
    name: 'every table of the API has row security, and nobody writes one',
    isFault: true,
    remedy: 'Compare the grants with supabase/tests/access.sql.',
    is: yes(`not exists (select from pg_catalog.pg_class c, unnest(array['anon', 'authenticated', 'service_role']) r
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.oid not in (select objid from pg_depend where deptype = 'e')
        and (not c.relrowsecurity or has_table_privilege(r, c.oid, 'insert, update, delete, truncate')))`),
  },
  {
    name: 'a question of anybody ends after three seconds',
    isFault: false,
    remedy: "alter role anon set statement_timeout = '3s'; alter role authenticated set statement_timeout = '8s'",
    is: yes(`${roleHas('anon', 'statement_timeout=')} and ${roleHas('authenticated', 'statement_timeout=')}`),
  },
  {
    name: 'PostgREST says how long answers may be kept',
    isFault: false,
    remedy:
      "Where PostgREST serves this database: alter role authenticator set pgrst.db_pre_request = 'gateway.before_request'. npm start does it by itself.",
    is: yes(
      `not exists (select from pg_catalog.pg_roles where rolname = 'authenticator') or ${roleHas('authenticator', 'pgrst.db_pre_request=gateway.before_request')}`,
    ),
  },
  {
    name: 'the release runs by itself',
    isFault: false,
    remedy:
      'Switch pg_cron on (hosted: Database, Extensions) and run this again, or let another clock call release_ratings every hour with the secret key: npm run release -- --url <project>.',
    is: async sql =>
      (await yes(hasCron)(sql)) &&
      yes(`exists (select from cron.job where jobname = 'hai-long-release' and active)`)(sql),
  },
  {
    name: 'and its last runs went well',
    isFault: false,
    remedy: 'Look at: select * from cron.job_run_details order by runid desc limit 10',
    is: async sql =>
      !(await yes(hasCron)(sql)) ||
      yes(`not exists (select from (select d.status from cron.job_run_details d join cron.job j using (jobid)
        where j.jobname = 'hai-long-release' order by d.runid desc limit 3) last where last.status = 'failed')`)(sql),
  },
  {
    name: 'the site has its address',
    isFault: false,
    remedy: 'npm run deploy:database -- <connection> --site https://…',
    is: yes(`(select value <> 'null' from public.settings where key = 'public_address')`),
  },
  {
    name: 'petitions have a key to be sealed with',
    isFault: false,
    remedy: 'npm run feedback-key, and run the line that it prints',
    is: yes('exists (select from private.feedback_keys)'),
  },
  {
    name: 'the ledger has a name and a key',
    isFault: false,
    remedy: 'npm run ledger-key -- --name <site>/ledger, and run the line that it prints',
    is: yes('exists (select from public.ledger_keys)'),
  },
  {
    name: 'somebody coordinates the top of the tree',
    isFault: false,
    remedy: 'npm run deploy:database -- <connection> --admin ten@coquan.gov.vn',
    is: yes(`exists (select from public.members m join public.offices o on o.code = m.office_code
      where m.role = 'coordinator' and m.ended_at is null and o.parent_code is null)`),
  },
  {
    name: 'no rating is made up',
    isFault: false,
    remedy: 'npm run demo:clear, before the first true one',
    is: yes(`(select value = 'false' from public.settings where key = 'illustrative')`),
  },
]

/** Says each of them, and answers how many are wrong. */
export async function selfCheck(sql: Sql, say: (line: string) => void) {
  say('\nThe database')
  let [wrong, open] = [0, 0]
  for (const { name, isFault, remedy, is } of looks) {
    if (await is(sql)) {
      say(`  ✓ ${name}`)
    } else {
      if (isFault) wrong += 1
      else open += 1
      say(`  ${isFault ? '✗' : '·'} ${name}: not yet\n      to do: ${remedy}`)
    }
  }
  say(`\n${looks.length - wrong - open} right, ${wrong} wrong, ${open} left to do`)
  return wrong
}
