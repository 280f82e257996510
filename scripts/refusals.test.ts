import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from './administrator.ts'
import { root } from './packages.js'

const sql = globSync('supabase/migrations/*.sql', { cwd: root })
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n')

// private.refuse(410, 'counter_retired'), and private.text_field(body, 'device', 'device_invalid').
const keys = new Set(
  [...sql.matchAll(/(?:refuse\(\d+, |text_field\(\w+, '\w+', )'(\w+)'/g)].map(([, key]) => key ?? ''),
)

test.each(['vi', 'en', 'km'])(
  'whatever the database refuses, there is a sentence for it in %s or for the administrator',
  lng => {
    const catalogue = JSON.parse(readFileSync(join(root, `src/i18n/${lng}.json`), 'utf8'))
    expect(keys.size).toBeGreaterThan(30)
    expect([...keys].filter(key => !catalogue.refusal[key] && !refusals[key])).toEqual([])
  },
)
