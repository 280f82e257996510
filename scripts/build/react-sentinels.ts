import type { Plugin } from 'vite'

const file = /react-dom-client\.production\.js$/
const sentinel = /(\w+Exception) = Error\((formatProdErrorMessage\(\d+\))\)/g
const COUNT = 5

/**
 * React makes five errors when it starts, and only ever compares with them. Where somebody looks on (DevTools,
 * Lighthouse), V8 notes the place of each new error and reads all of react-dom a second time for it: 60 ms here, and
 * 200 to 350 ms on the phone that Lighthouse plays, in one task before the first page. The same objects without a
 * place cost nothing; `bench/` then measures what a phone does on which nobody looks on.
 */
export const reactSentinels: Plugin = {
  name: 'react-sentinels',
  apply: 'build',
  transform(code, id) {
    if (!file.test(id)) return
    const found = code.match(sentinel)?.length ?? 0
    if (found !== COUNT) throw new Error(`react-dom makes ${found} errors at its start, not ${COUNT}: look at ${id}`)
    const quiet = code.replace(sentinel, '$1 = Object.create(Error.prototype, { message: { value: $2 } })')
    return { code: quiet, map: null }
  },
}
