import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'

// What the browser's own would say, asked while it is there.
const cases = {
  at: () => [[1, 2, 3].at(-1), [1].at(1), [].at(0), 'abc'.at(-3), 'abc'.at(5), new Uint8Array([4, 5]).at(-2)],
  last: () => [[3, 4, 5].findLast(n => n < 5), [1].findLast(n => n > 1), [1, 2].findLastIndex(n => n < 2)],
  lastOfNone: () => [[].findLastIndex(() => true), new Uint8Array([1, 7]).findLast(n => n > 1)],
  copies: () => {
    const list = [3, 1, 2]
    return [list.toReversed(), list.toSorted(), list.toSorted((a, b) => b - a), list.toSpliced(1, 1, 7, 8), list]
  },
  cut: () => [[1, 2, 3].toSpliced(1), [1, 2, 3].toSpliced(-1, 1), [1, 2].with(-1, 9), [1, 2].with(0, 9)],
  replaced: () => ['a.b.c'.replaceAll('.', '-'), 'aXbX'.replaceAll('X', '$&$&'), 'a1b2'.replaceAll(/\d/g, '#')],
  emptied: () => ['ab'.replaceAll('', '-'), '([)'.replaceAll('[', ']')],
  owned: () => [Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString'), Object.hasOwn(Object.create(null), 'a')],
}
const { code } = await transformWithOxc(
  readFileSync(new URL('./polyfills.ts', import.meta.url), 'utf8'),
  'polyfills.ts',
)

/** A world of its own, as a browser that lacks all of it finds it. */
function oldBrowser() {
  const context = createContext({ AbortController, AbortSignal, Blob, Response, setTimeout })
  runInContext(
    `for (const [owner, names] of [
      [Array.prototype, 'at findLast findLastIndex toReversed toSorted toSpliced with'],
      [Object.getPrototypeOf(Uint8Array.prototype), 'at findLast findLastIndex'],
      [String.prototype, 'at replaceAll'],
      [Object, 'hasOwn'],
    ]) for (const name of names.split(' ')) delete owner[name]`,
    context,
  )
  return (program: string) => runInContext(program, context)
}

test.each(Object.entries(cases))('a browser without them answers as a new one does: %s', (_, ask) => {
  const run = oldBrowser()
  const answer = () => JSON.parse(run(`JSON.stringify((${ask})() ?? null)`))
  expect(answer).toThrow('not a function')
  run(code)
  expect(answer()).toEqual(JSON.parse(JSON.stringify(ask())))
})

test('what is added does not show in loops, and refuses what cannot be', () => {
  const run = oldBrowser()
  run(code)
  expect(run('const seen = []; for (const key in [1]) seen.push(key); seen.join()')).toBe('0')
  expect(() => run('[1].with(1, 2)')).toThrow('index')
  expect(() => run("'a'.replaceAll(/a/, 'b')")).toThrow('global')
})
