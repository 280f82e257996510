import { expect, test } from 'vitest'
import { namesUsed, selectorsTooNew, syntaxTooNew } from './names-used.ts'

test.each([
  ['class A { x = 1 }', 'PropertyDefinition'],
  ['class A { #x() {} }', 'PrivateIdentifier'],
  ['class A { static { f() } }', 'StaticBlock'],
  ['a ??= 1', '??='],
  ['a = 1n', 'a bigint'],
  ['await 1', 'await outside a function'],
  ['/(?<=a)b/', 'looking behind: (?<=a)b'],
  ['RegExp("(?<!a)b")', 'looking behind: (?<!a)b'],
  ['/[a--b]/v', 'the flags v'],
  ['a = 1_000', 'a number with underscores'],
])('%s is too new', (code, what) => expect(syntaxTooNew(code)).toContain(what))

test('what Chrome 80 and Safari 13.1 read is not', () => {
  const code =
    'class A { constructor() { this.x = 1 } async f() { await 1 } }; a?.b ?? c; /(?<n>a)\\p{L}/us; import("a")'
  expect(syntaxTooNew(code)).toEqual([])
})

test('names are found as they are called, and not where they are only written', () => {
  const names = [
    'Array.prototype.at',
    'Array.prototype.with',
    'Object.hasOwn',
    'structuredClone',
    'Navigator.prototype.locks',
  ]
  expect(namesUsed('a.b.at(-1); Object.hasOwn(a, b); structuredClone(c); navigator.locks.request()', names)).toEqual(
    names.filter(name => !name.endsWith('with')),
  )
  expect(namesUsed('window.structuredClone?.(a); globalThis.navigator.locks', names)).toEqual(names.slice(3))
  expect(namesUsed('a = { at: 1, hasOwn: 2 }; a.at = a.with; "structuredClone"', names)).toEqual([])
})

test('selectors are found where they ask for elements, and not where they are text', () => {
  const code = 'a.querySelectorAll("b:not(:has(h1))"); c.matches(`d:is(e, f)`); g = ":has(h)"; i?.closest(":not(j k)")'
  expect(selectorsTooNew(code)).toHaveLength(3)
  expect(selectorsTooNew('a.querySelector("b:not(.c):checked"); d.matches(":disabled")')).toEqual([])
})
