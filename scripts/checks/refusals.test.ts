import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '../admin/client.ts'
import { root } from '../bootstrap.js'

const sql = globSync('supabase/migrations/*.sql', { cwd: root })
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n')

// private.refuse(410, 'counter_retired'), and private.text_field(body, 'device', 'device_invalid').
const keys = new Set(
  [...sql.matchAll(/(?:refuse\(\d+, |text_field\(\w+, '\w+', )'(\w+)'/g)].map(([, key]) => key ?? ''),
)

const sentencesOf = (catalogue: string) =>
  JSON.parse(readFileSync(join(root, `src/i18n/${catalogue}.json`), 'utf8')).refusal as Record<string, string>

test.each([
  ['vi/rate', 'vi/staff'],
  ['en/rate', 'en/staff'],
  ['km/rate', 'vi/staff'],
])(
  'whatever the database refuses, there is a sentence for it in %s, for staff or for the administrator',
  (citizens, staff) => {
    const told = { ...refusals, ...sentencesOf(staff), ...sentencesOf(citizens) }
    expect(keys.size).toBeGreaterThan(30)
    expect([...keys].filter(key => !told[key])).toEqual([])
  },
)
