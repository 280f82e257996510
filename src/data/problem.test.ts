import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Problem, toProblem } from './problem'

test.each([
  ['a refusal', { code: 'PT410', message: 'counter_retired' }, 410, 'counter_retired', true],
  ['an unknown function', { code: 'PGRST202', message: 'Could not find the function' }, 404, 'function_unknown', false],
  ['a missing row', { code: 'PGRST116', message: 'no rows' }, 404, 'not_found', true],
  ['no signal', new TypeError('Failed to fetch'), 0, 'offline', false],
  ['no signal, told by supabase-js', { code: '', message: 'TypeError: Failed to fetch' }, 0, 'offline', false],
  // What browsers say when a part of the app does not arrive: the scripts of a page, or its styles.
  [
    'a page out of reach, in Chrome',
    new TypeError('Failed to fetch dynamically imported module: /a.js'),
    0,
    'offline',
    false,
  ],
  [
    'a page out of reach, in Firefox',
    new TypeError('error loading dynamically imported module: /a.js'),
    0,
    'offline',
    false,
  ],
  ['a page out of reach, in Safari', new TypeError('Importing a module script failed.'), 0, 'offline', false],
  ['styles out of reach', new Error('Unable to preload CSS for /assets/page.css'), 0, 'offline', false],
  ['no signal, in Firefox', new TypeError('NetworkError when attempting to fetch resource.'), 0, 'offline', false],
  ['no signal, in Safari', new TypeError('Load failed'), 0, 'offline', false],
  ['a broken server', { code: 'SUP', message: 'division by zero' }, 500, 'server', false],
  ['a page of a proxy', undefined, 500, 'server', false],
  ['a disk without room', { code: 'PT503', message: 'try_later' }, 503, 'try_later', false],
  ['a refusal to come again later', { code: 'PT429', message: 'too_many' }, 429, 'too_many', false],
  ['markup instead of a key', { code: 'PT400', message: '<script>' }, 500, 'server', false],
])('%s is told as such', (_, error, status, key, isRefusal) => {
  const problem = toProblem(error)
  expect([problem.status, problem.key, problem.isRefusal]).toEqual([status, key, isRefusal])
})

test('a problem stays itself', () => {
  const problem = new Problem(409, 'too_late')
  expect(toProblem(problem)).toBe(problem)
})

const sql = globSync('supabase/migrations/20261101{0103,0503,0504,0505,0506}*.sql')
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')
/** What the functions that take a rating, find its place or change it refuse. */
const refused = [...sql.matchAll(/(?:refuse\(\d+, |text_field\(\w+, '\w+', )'(\w+)'/g)].map(([, key = '']) => key)

/** Another version of the server, or a body that a proxy has cut. */
const passing = ['field_unknown', 'body_invalid', 'body_too_large', 'language_invalid']

test('a refusal of a rating is final', () => {
  expect(new Set(refused).size).toBeGreaterThan(15)
  expect(refused.filter(key => !passing.includes(key) && !new Problem(422, key).isFinal)).toEqual([])
})

test.each([
  ...['key_invalid', 'sign_in_first', 'not_allowed', 'not_found', 'method_not_allowed', 'not_acceptable', 'conflict'],
  ...['refused', 'server', 'offline', 'try_later', 'function_unknown', 'content_type_invalid', 'query_invalid'],
  ...passing,
])('%s says nothing about a rating', key => expect(new Problem(403, key).isFinal).toBe(false))
