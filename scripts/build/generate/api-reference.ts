import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { refusals as administrator } from '../../admin/client.ts'
import { root } from '../../bootstrap.js'

type Argument = { name: string; type: string; isOptional: boolean }
type Refusal = { status: number; key: string }
type Callable = { name: string; arguments: Argument[]; callers: string[]; refusals: Refusal[] }

const callables = `select p.proname as name,
    coalesce((select json_agg(json_build_object('name', coalesce(p.proargnames[i], ''), 'type', t::regtype::text,
      'isOptional', i > p.pronargs - p.pronargdefaults) order by i)
      from unnest(p.proargtypes) with ordinality as argument (t, i)), '[]') as arguments,
    array(select r from unnest(array['anon', 'authenticated', 'service_role']) r
      where has_function_privilege(r, p.oid, 'execute')) as callers,
    coalesce((select json_agg(json_build_object('status', f.status, 'key', f.key) order by f.status, f.key)
      from private.refusals() f where f.name = p.proname), '[]') as refusals
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
    and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute')
      or has_function_privilege('service_role', p.oid, 'execute'))
  order by p.proname`

const chapters = [
  { title: 'For everybody', isHere: (callers: string[]) => callers.includes('anon') },
  {
    title: 'For those who are signed in',
    isHere: (callers: string[]) => !callers.includes('anon') && callers.includes('authenticated'),
  },
  {
    title: "For the administrator's key",
    isHere: (callers: string[]) => !callers.includes('anon') && !callers.includes('authenticated'),
  },
]

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const sentencesIn = (catalogue: string): Record<string, string> => JSON.parse(read(catalogue)).refusal

/** What the comment above a function says of it, without its hand-written list of refusals. */
function commentsByFunction() {
  const sql = globSync('supabase/migrations/*.sql', { cwd: root }).sort().map(read).join('\n')
  const found = sql.matchAll(/((?:^-- .*\n)+)create function (public|private)\.(\w+)\(/gm)
  const comments = new Map<string, string>()
  for (const [, comment = '', schema, name = ''] of found) {
    const text = comment.replace(/^-- /gm, '').replace(/\s+/g, ' ').trim()
    // What takes a whole body hands it to the function of the same name that does the work, and tells of itself there.
    if (schema === 'private' && comments.has(name)) continue
    comments.set(name, text.replace(/\s*Refusals?(?: besides)?(?:, all \d{3})?: .*$/, ''))
  }
  return comments
}

/** Signs that Markdown would take for its own. */
const plain = (text: string) => text.replace(/[*_<|]/g, '\\$&')

function written({ name, arguments: taken, refusals }: Callable, about: string, sentences: Record<string, string>) {
  const signature = taken.map(argument => {
    const type = argument.type === 'text' ? '' : ` ${argument.type}`
    const named = argument.name === '' ? 'the body as json' : argument.name + type
    return argument.isOptional ? `[${named}]` : named
  })
  const lines = [`### ${name}`, '', `\`${name}(${signature.join(', ')})\``, '']
  if (about) lines.push(plain(about), '')
  if (refusals.length === 0) return [...lines, 'It refuses nothing.', '']
  lines.push('| status | key | in English |', '| --- | --- | --- |')
  for (const { status, key } of refusals) lines.push(`| ${status} | \`${key}\` | ${plain(sentences[key] ?? '')} |`)
  return [...lines, '']
}

/** The reference of the API: every function that it shows, and as what each refuses. */
export async function apiReference(db: PGlite) {
  const { rows } = await db.query<Callable>(callables)
  const sentences = {
    ...administrator,
    ...sentencesIn('src/i18n/en/staff.json'),
    ...sentencesIn('src/i18n/en/rate.json'),
  }
  const comments = commentsByFunction()
  const lines = [
    '<!-- Generated from supabase/migrations by `npm run generate`; a test says when it is stale. -->',
    '',
    '# The API',
    '',
    'Each function is called as `/rest/v1/rpc/<name>`, with its arguments in the address or as a JSON body. What is in square',
    'brackets may be left out. All arguments are texts unless another type stands beside them.',
    '',
    'A refusal has the HTTP status and `{"code": "PT<status>", "message": "<key>"}`. Keys are stable; the catalogues',
    '`src/i18n/<language>/rate.json` and `staff.json` have a sentence for each. The refusals are those that the source of the',
    'function and of all that it calls raises (`private.refusals()`). `submit_rating_form` answers a refusal with status 303 and',
    'the key in the address that it leads to.',
    '',
    'Tables are read with the query language of PostgREST; `openapi` describes what everybody may read to programs.',
    '',
  ]
  for (const { title, isHere } of chapters) {
    lines.push(`## ${title}`, '')
    for (const callable of rows.filter(({ callers }) => isHere(callers)))
      lines.push(...written(callable, comments.get(callable.name) ?? '', sentences))
  }
  return `${lines.join('\n').trimEnd()}\n`
}
