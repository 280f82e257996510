import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { apiReference } from './api-reference.ts'
import { listen } from './pglite-socket.ts'

/** Writes what TypeScript takes from the migrations: `npm run generate`. No server and no network are needed. */

const root = new URL('../../../', import.meta.url)
const migrations = new URL('supabase/migrations/', root)
const tool = (name: string) => fileURLToPath(new URL(`node_modules/.bin/${name}`, root))

/** A database as the migrations make it, without rows of the seed. */
export async function openDatabase() {
  const db = await PGlite.create({ extensions: { pgcrypto } })
  for (const file of readdirSync(migrations).toSorted()) await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
  return db
}

type List = { name: string; comment: string; value: string }

const languages: List[] = [
  {
    name: 'languages',
    comment: 'Each named in itself, in full and as it fits a phone; the first is the fallback.',
    value: `select json_object_agg(code, json_build_object('name', name, 'short', short_name) order by position) from private.languages`,
  },
]

const languageCodes: List[] = [
  {
    name: 'languageCodes',
    comment: 'Of the languages; the first is the fallback.',
    value: 'select json_agg(code order by position) from private.languages',
  },
]

const lists: List[] = [
  {
    name: 'factors',
    comment: 'In the official order; praised or to improve.',
    value: `select private.detail_choices() -> 'praised'`,
  },
  {
    name: 'detailChoices',
    comment: 'Every question with one answer, and its answers.',
    // jsonb does not keep the order of its keys, so that in the text of the function holds.
    value: `select json_object_agg(key, value order by position(to_json(key)::text in definition))
      from jsonb_each(private.detail_choices() - 'praised' - 'improve'),
        (select pg_get_functiondef('private.detail_choices'::regproc) as definition) d`,
  },
  {
    name: 'serviceChannels',
    comment: 'How a procedure was asked for.',
    value: 'select to_json(enum_range(null::public.service_channel))',
  },
  {
    name: 'trusts',
    comment: 'How well a rating is known to come from somebody who was served.',
    value: 'select to_json(enum_range(null::public.trust))',
  },
]

// Only the page that warns before a comment is sent looks for them.
const maskLists: List[] = [
  {
    name: 'maskSteps',
    comment: 'What identifies the author of a comment (#) and what only looks like it (~), in the order of looking.',
    value: 'select json_agg(json_build_array(filler, pattern) order by position) from private.mask_steps',
  },
]

const staffLists: List[] = [
  { name: 'roles', comment: '', value: 'select json_agg(role order by position) from private.roles' },
  {
    name: 'rolesWithDescendants',
    comment: 'Roles that reach the offices below their own.',
    value: 'select json_agg(role order by position) from private.roles where with_descendants',
  },
  {
    name: 'capabilities',
    comment: 'Which roles may do what at an office. The database decides; screens follow.',
    value: `select json_object_agg(capability, roles order by capability) from (
      select capability, json_agg(role order by position) as roles
      from private.role_capabilities join private.roles using (role) group by 1) c`,
  },
  {
    name: 'settingBounds',
    comment: 'Smallest and largest value of the settings that are whole numbers.',
    value: `select json_object_agg(key, json_build_array(minimum, maximum) order by position)
      from private.setting_rules where is_editable and type = 'integer'`,
  },
  {
    name: 'datedSettings',
    comment: 'Those that figures are made by: a change is an entry of the ledger and holds from a later day.',
    value: 'select json_agg(key order by position) from private.setting_rules where is_dated',
  },
  {
    name: 'textSettings',
    comment: 'The settings that are a text or null.',
    value: `select json_agg(key order by position) from private.setting_rules where is_editable and type <> 'integer'`,
  },
  {
    name: 'officeColumns',
    comment: 'What people fill in of an office, which capability changes it, and by which headings an import knows it.',
    value: `select json_object_agg(name, json_build_object('type', type, 'capability', capability, 'isNeeded', is_needed,
        'headings', headings) order by position)
      from private.office_columns`,
  },
  {
    name: 'importColumns',
    comment: 'The columns of each kind of import.',
    value: 'select json_object_agg(kind, columns order by kind) from private.import_kinds',
  },
  {
    name: 'importCapabilities',
    comment: 'What it takes to import each kind.',
    value: 'select json_object_agg(kind, capability order by kind) from private.import_kinds',
  },
  { name: 'counterKinds', comment: '', value: 'select to_json(private.counter_kinds())' },
]

async function textOf(db: PGlite, lists: List[]) {
  let text = '// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.\n'
  for (const { name, comment, value } of lists) {
    const { rows } = await db.query<[unknown]>(value, [], { rowMode: 'array' })
    text += `\n${comment && `/** ${comment} */\n`}export const ${name} = ${JSON.stringify(rows[0]?.[0])} as const\n`
  }
  return formatted(text, 'src/lib/lists.ts')
}

const formatted = (input: string, path: string) =>
  execFileSync(tool('biome'), ['format', `--stdin-file-path=${path}`], { cwd: root, input, encoding: 'utf8' })

/** What Supabase's command-line tool says about the API. */
async function typesOf(db: PGlite) {
  const { server, url } = await listen(db)
  try {
    const { stdout } = await promisify(execFile)(
      tool('supabase'),
      ['gen', 'types', `--remote=${url}`, '--schema', 'public'],
      // Elsewhere it would read, and warn about, the settings of the embedded server.
      { cwd: tmpdir(), env: { ...process.env, DO_NOT_TRACK: '1' }, maxBuffer: 2 ** 24 },
    )
    return stdout
  } finally {
    server.close()
  }
}

/**
 * Every file that is made, and its text. The lists are five files by who loads them: the script that stores a tap has
 * room for the codes of the languages alone, and what only staff pages ask for would otherwise travel to every phone.
 */
export const generated: { path: string; textOf: (db: PGlite) => Promise<string> }[] = [
  { path: 'src/lib/language-list.ts', textOf: db => textOf(db, languages) },
  { path: 'src/lib/language-codes.ts', textOf: db => textOf(db, languageCodes) },
  { path: 'src/lib/lists.ts', textOf: db => textOf(db, lists) },
  { path: 'src/lib/text/mask-steps.ts', textOf: db => textOf(db, maskLists) },
  { path: 'src/lib/staff-lists.ts', textOf: db => textOf(db, staffLists) },
  { path: 'src/data/database-types.ts', textOf: typesOf },
  { path: 'docs/api.md', textOf: async db => formatted(await apiReference(db), 'docs/api.md') },
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const db = await openDatabase()
  for (const { path, textOf } of generated) writeFileSync(new URL(path, root), await textOf(db))
  await db.close()
}
