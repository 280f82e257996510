import { globSync, readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { pgtap } from '@electric-sql/pglite/pgtap'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const tests = new URL('./', import.meta.url)
const root = new URL('../../', import.meta.url)
const migrations = new URL('../migrations/', import.meta.url)
const sqlFiles = (folder: URL) => readdirSync(folder).filter(file => file.endsWith('.sql'))
const scenes = globSync('{*,trust/*}.sql', { cwd: tests }).toSorted()

/** A file as psql would run it: `\ir` brings in another one, `\set` the text of a file into a variable. */
function script(file: string, folder = tests): string {
  const url = new URL(file, folder)
  const text = readFileSync(url, 'utf8')
  const variables = new Map<string, string>()
  return text
    .replace(/^\\ir (.+)$/gm, (_, included: string) => script(included, url))
    .replace(/^\\set (\w+) `cat (.+)`$/gm, (_, name: string, path: string) => {
      variables.set(name, readFileSync(new URL(path, root), 'utf8').trimEnd())
      return ''
    })
    .replace(/:'(\w+)'/g, (use, name: string) => {
      const value = variables.get(name)
      return value === undefined ? use : `'${value.replaceAll("'", "''")}'`
    })
}

/** What the file printed, without the answers of statements that are no assertions. */
async function tapOf(db: PGlite, sql: string): Promise<string[]> {
  const results = await db.exec(sql, { rowMode: 'array' }).catch(async error => {
    await db.exec('rollback')
    const line = sql.slice(Number(error.position) || 0).split('\n', 1)[0]
    throw new Error([error.message, error.detail, error.where, line].filter(Boolean).join('\n'))
  })
  const lines = results.flatMap(({ rows }) => rows as unknown as unknown[][]).map(([first]) => String(first ?? ''))
  return lines.filter(line => /^(ok|not ok|#|1\.\.)/.test(line))
}

describe('pgTAP', () => {
  let db: PGlite

  beforeAll(async () => {
    db = await PGlite.create({ extensions: { pgcrypto, pgtap } })
    await db.exec(script('fixtures/platform.sql'))
    for (const file of sqlFiles(migrations).toSorted()) await db.exec(readFileSync(new URL(file, migrations), 'utf8'))
    // As on a project, whose scheduler releases before the tests begin.
    await db.exec(`select private.release_step(now(), '1 hour')`)
  }, 180_000)
  afterAll(() => db?.close())

  test.each(scenes)('%s', { timeout: 120_000 }, async file => {
    const lines = await tapOf(db, script(file))
    const asserted = lines.filter(line => /^(not )?ok/.test(line))
    const planned = lines.find(line => line.startsWith('1..'))?.slice(3)

    expect(lines.filter(line => !/^(ok|1\.\.)/.test(line)).join('\n')).toBe('')
    expect(String(asserted.length)).toBe(planned)
    expect(asserted.length).toBeGreaterThan(0)
  })
})
