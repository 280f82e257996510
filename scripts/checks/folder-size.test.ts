import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../bootstrap.js'

const MOST = 15

/** Folders whose files are alike, one a noun, a chapter or a kind of person, and are found by their names. */
const mostAlike: Record<string, number> = {
  'src/data': 50,
  'supabase/migrations': 120,
  'supabase/tests': 50,
  e2e: 80,
}

test('a folder holds no more subjects than a person takes in at a glance', () => {
  const files = globSync('{src,scripts,supabase,e2e}/**/*.*', { cwd: root }).filter(file => !file.includes('.temp'))
  const tooFull = [...Map.groupBy(files, file => dirname(file))].flatMap(([folder, held]) => {
    // A component, its styles and its test are one subject.
    const subjects = new Set(held.map(file => basename(file).replace(/\..*$/, '')))
    return subjects.size > (mostAlike[folder] ?? MOST) ? [`${folder}: ${subjects.size}`] : []
  })
  expect(tooFull).toEqual([])
})
