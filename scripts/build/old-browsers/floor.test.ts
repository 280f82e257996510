// Nothing in the built app asks more of a browser than the oldest that it is made for have. Journeys find what only running
// shows (e2e/old-phones.spec.ts).

import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postcss from 'postcss'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../../bootstrap.js'
import { closureOf } from '../../checks/source-graph.ts'
import { entries } from '../entries.ts'
import { newerThanChrome80, newerThanSafari13, olderThanFloor } from './built-ins.ts'
import { builtInsOfFloor, polyfilled } from './floor.ts'
import { asCalled, namesUsed, newSelectors, selectorsTooNew, syntaxTooNew } from './names-used.ts'

/** Asked for only where it is there, or by what the app never calls; each with where that can be seen. */
const guarded: Record<string, string> = {
  'AbortSignal.prototype.reason': 'react-router reads it and has another reason at hand',
  BigInt: 'the check of the ledger, on browsers whose DataView has big integers',
  BroadcastChannel: 'supabase-js, in a condition',
  DecompressionStream: 'src/lib/workbook/zip.ts says that the browser is too old',
  'Document.prototype.startViewTransition': 'React and react-router, for transitions that no page asks for',
  'Element.prototype.checkVisibility': 'react-aria, in a condition',
  'Element.prototype.getAnimations': 'react-aria, in a condition',
  FinalizationRegistry: 'react-aria, in a condition',
  'HTMLDialogElement.prototype.show': 'no dialog is shown like this',
  'Intl.ListFormat': 'i18next, for lists in a sentence; react-aria, to announce dragging',
  'Intl.Locale': 'react-aria, in a condition',
  'Intl.RelativeTimeFormat': 'i18next, for spans of time in a sentence',
  'Intl.Segmenter': 'src/lib/text/fit-text.ts cuts between code points where there is none',
  'Navigator.prototype.locks': 'src/rate/outbox/storage/disk-store.ts takes a lease where there are none',
  'Navigator.prototype.wakeLock': 'the kiosk, in a condition',
  'Set.prototype.difference': 'src/results/open-data/verify-faults.tsx has a sentence of that name',
  navigation: 'React, in a condition',
  requestIdleCallback: 'src/ui/layout/defer-layout.ts, in a condition',
  reportError: 'React, in a condition',
}

// Another thing of the same name is older: a loop, a response, a list.
const ambiguous =
  /^(Iterator\.prototype\.|Blob\.prototype\.(text|stream)|HTMLDialogElement\.prototype\.close|HTMLElement\.prototype\.popover)/

const newer = [...Object.values(newerThanChrome80).flat(), ...newerThanSafari13].filter(name => !ambiguous.test(name))
const covered = new Set([...polyfilled, ...Object.keys(guarded)].map(asCalled))

const folder = mkdtempSync(join(tmpdir(), 'hai-long-floor-'))
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** The text of every element of this kind in a page. */
const inside = (html: string, element: 'script' | 'style') =>
  [...html.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, 'g'))].map(m => m[1] ?? '')

let scripts: Record<string, string>
let styles: Record<string, string>

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, manifest: true } })
  const files = globSync('**/*.{js,css,html}', { cwd: folder })
  const pages = files.filter(file => file.endsWith('.html'))
  const textsOf = (ending: string, element: 'script' | 'style') =>
    Object.fromEntries([
      ...files.filter(file => file.endsWith(ending)).map(file => [file, read(file)]),
      ...pages.flatMap(page => inside(read(page), element).map((text, index) => [`${page}, ${index}`, text])),
    ])
  scripts = textsOf('.js', 'script')
  styles = textsOf('.css', 'style')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('every script is written in syntax that the oldest browsers read', () => {
  const found = Object.entries(scripts).flatMap(([file, code]) => syntaxTooNew(code).map(what => `${file}: ${what}`))
  expect(Object.keys(scripts).length).toBeGreaterThan(50)
  expect(found).toEqual([])
})

test('every name that the oldest browsers lack has a polyfill, or is asked for with care', () => {
  const uncovered = newer.filter(name => !covered.has(asCalled(name)))
  const found = Object.entries(scripts).flatMap(([file, code]) =>
    namesUsed(code, uncovered).map(name => `${file}: ${name}`),
  )
  expect(found).toEqual([])
})

test('what runs where no page can load the polyfills calls none of them, or brings them along', () => {
  const alone = Object.entries(scripts).filter(([file]) =>
    /^(embed\.html|rate\.html|sw\.js|workbox|.*first-tap)/.test(file),
  )
  const names = polyfilled.filter(name => !ambiguous.test(name))
  const found = alone.flatMap(([file, code]) => namesUsed(code, names).map(name => `${file}: ${name}`))
  expect(alone.length).toBeGreaterThan(4)
  expect(found).toEqual([])
  for (const worker of globSync('src/**/*-worker.ts', { cwd: root }))
    expect([worker, closureOf(worker).has(entries.polyfills)]).toEqual([worker, true])
})

test('the form of rate.html is kept from scripts by every name that they need and older browsers lack', () => {
  const manifest: Record<string, { file: string; imports?: string[] }> = JSON.parse(read('.vite/manifest.json'))
  const files = new Set<string>()
  const add = (key: string) => {
    const { file, imports = [] } = manifest[key] ?? { file: '' }
    if (files.has(file)) return
    files.add(file)
    imports.forEach(add)
  }
  for (const entry of [entries.tap, entries.framework, entries.conversation]) add(entry)
  const needed = [...files].flatMap(file => namesUsed(read(file), Object.values(olderThanFloor).flat()))
  expect([...new Set(needed)].filter(name => !builtInsOfFloor.includes(name))).toEqual([])
})

/** Asked within a `try`: what catches it has another way. */
const caught = ['input:focus-visible']

test('no script asks for elements by a selector that ends it', () => {
  const found = Object.entries(scripts).flatMap(([file, code]) =>
    selectorsTooNew(code).flatMap(selector => (caught.includes(selector) ? [] : `${file}: ${selector}`)),
  )
  expect(found).toEqual([])
})

test('no style is lost for what stands beside it', () => {
  const found: string[] = []
  for (const [file, css] of Object.entries(styles)) {
    const sheet = postcss.parse(css)
    sheet.walkAtRules('layer', rule => void found.push(`${file}: @layer ${rule.params}`))
    sheet.walkDecls(/^(inset.*|(margin|padding|border)-(block|inline)|border-(start|end)-.*)$/, declaration => {
      found.push(`${file}: ${declaration.prop}`)
    })
    // Each part of a transformation comes with the property that old browsers have; `css` is written without blanks.
    const parts = css.match(/[{;](translate|rotate|scale):(?!\s*none)/g)?.length ?? 0
    if (parts > 0 && !/@supports not \(translate:\s*0\)/.test(css)) found.push(`${file}: translate, rotate or scale`)
    sheet.walkRules(rule => {
      const isNew = rule.selectors.map(selector => newSelectors.test(selector))
      if (isNew.includes(true) && isNew.includes(false)) found.push(`${file}: ${rule.selector}`)
    })
  }
  expect(Object.keys(styles).length).toBeGreaterThan(20)
  expect(found).toEqual([])
})
