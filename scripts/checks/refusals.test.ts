import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '../admin/client.ts'
import { root } from '../bootstrap.js'

const sql = globSync('supabase/migrations/*.sql', { cwd: root })
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n')

/** The functions that name what is wrong with a row of an import or a form, which becomes a refusal as well. */
const problemFunctions = [...sql.matchAll(/create function private\.\w+_problems\(.*?\) returns table[\s\S]*?\n\$\$;/g)]
  .map(([body]) => body)
  .join('\n')
/** Names of tables and their columns, which stand in such a function beside the keys. */
const names = new Set(
  [...sql.matchAll(/^ {2}(\w+) (?:text|date|integer|bigint|public\.\w+)\b|create table \w+\.(\w+)/gm)].map(
    ([, column, table]) => column ?? table,
  ),
)

const keys = new Set([
  // private.refuse(410, 'counter_retired'), and private.text_field(body, 'device', 'device_invalid').
  ...[...sql.matchAll(/(?:refuse\(\d+, |text_field\(\w+, '\w+', )'(\w+)'/g)].map(([, key]) => key ?? ''),
  // ('code', 'code_malformed', ...), and 'key', 'fewer_than_rated' of public.check_import.
  ...[...problemFunctions.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)]
    .map(([, key]) => key ?? '')
    .filter(key => !names.has(key)),
  ...[...sql.matchAll(/'key', '(\w+)'/g)].map(([, key]) => key ?? ''),
  // select 2, 'reform_rated', of private.reform_obstacle.
  ...[...sql.matchAll(/select \d, '(\w+)',/g)].map(([, key]) => key ?? ''),
])

test('the problems of imported rows are among the keys', () => {
  expect([...keys]).toEqual(
    expect.arrayContaining([
      'row_twice',
      'codes_too_many',
      'url_malformed',
      'month_malformed',
      'channel_unknown',
      'fewer_than_rated',
      'reform_rated',
    ]),
  )
})

const sentencesOf = (catalogue: string) =>
  JSON.parse(readFileSync(join(root, `src/i18n/${catalogue}.json`), 'utf8')).refusal as Record<string, string>

test.each([
  ['vi', 'vi/staff'],
  ['en', 'en/staff'],
  ['km', 'vi/staff'],
])(
  'whatever the database refuses, there is a sentence for it in %s, for staff or for the administrator',
  (language, staff) => {
    const citizens = {
      ...sentencesOf(`${language}/rate`),
      ...sentencesOf(`${language}/feedback`),
      ...sentencesOf(`${language}/ledger`),
    }
    const told = { ...refusals, ...sentencesOf(staff), ...citizens }
    expect(keys.size).toBeGreaterThan(30)
    expect([...keys].filter(key => !told[key])).toEqual([])
  },
)

// A verb that says what to do now, or the rule that the next try has to keep.
const remedy =
  /\b(ask|change|check|correct|choose|close|compare|describe|enter|fill|give|hand|load|look|make|mark|move|open|put|rate|reload|remove|say|scan|send|set|shorten|sign|split|start|swap|take|tell|tick|try|type|undo|wait|write)\b|\bby itself\b|\bnothing is left to do\b|\bthe (new )?list\b|\b(has to|have to|must|at most|is not (above|larger)|lies within|looks like|is one of|is a(n| whole)?|is (full|8 to)|are (a|whole|words)|has (four|small))\b/i

test('every refusal says what to do next', () => {
  const told = ['en/rate', 'en/feedback', 'en/staff'].flatMap(catalogue => Object.entries(sentencesOf(catalogue)))
  expect(told.filter(([, sentence]) => !remedy.test(sentence)).map(([key]) => key)).toEqual([])
})
