// The oldest browsers in which the whole app works. Below them the plain form of rate.html works, and nothing else is promised.

/** Syntax and styles are written for these. */
export const targets = ['chrome80', 'safari13.1']

/** What these two lack and src/lib/polyfills.ts adds. */
export const polyfilled = [
  'AbortSignal.timeout',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'Blob.prototype.arrayBuffer',
  'HTMLDialogElement.prototype.close',
  'HTMLDialogElement.prototype.showModal',
  'Object.hasOwn',
  'String.prototype.at',
  'String.prototype.replaceAll',
  'Uint8Array.prototype.at',
  'Uint8Array.prototype.findLast',
  'Uint8Array.prototype.findLastIndex',
]

/**
 * What these two have, the first browsers with module scripts lack, and the scripts of rate.html call. Where one is missing
 * its form is left to the browser.
 */
export const builtInsOfFloor = [
  'AbortController',
  'Array.prototype.flat',
  'Array.prototype.flatMap',
  'FormData.prototype.get',
  'IntersectionObserver',
  'Intl.PluralRules',
  'Object.fromEntries',
  'PointerEvent',
  'Promise.allSettled',
  'Promise.prototype.finally',
  'Request',
  'String.prototype.matchAll',
  'String.prototype.trimEnd',
  'String.prototype.trimStart',
  'crypto.getRandomValues',
  'fetch',
  'globalThis',
  'queueMicrotask',
]

/**
 * The script by which a page asks for the polyfills where one is needed. Written into the document like this, the file runs
 * before the module scripts that follow, and a page does not wait for it.
 */
export const loadPolyfills = (file: string) =>
  `'${polyfilled.join(' ')}'.split(' ').every(function(n){return n.split('.').reduce(function(o,k){return o&&o[k]},window)})` +
  `||document.write('<script type="module" src="/${file}"><\\/script>');`
