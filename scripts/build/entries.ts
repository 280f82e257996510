// The modules at which the built app starts. This is the only file of the build that names files of src: which others
// belong to a chunk, to a page or to the offline cache follows from what these import.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, languages } from '../../src/i18n/languages.ts'
import { root } from '../bootstrap.js'

/** Throws when a file has moved: otherwise the build would leave it out without a word. */
function named<Name extends string>(paths: Record<Name, string>) {
  for (const [name, path] of Object.entries<string>(paths)) {
    const [file = ''] = path.split('?')
    if (!existsSync(join(root, file)))
      throw new Error(`scripts/build/entries.ts: "${name}" is ${path}, which is no file`)
  }
  return paths
}

/** Paths from the project's root, as Vite's manifest has them. */
export const entries = named({
  html: 'index.html',
  /** The script of index.html. */
  app: 'src/main.tsx',
  /** What old browsers lack; only they load it, before any other script. */
  polyfills: 'src/lib/polyfills.ts',
  /** Written into rate.html: the form's own script, which needs no other. */
  firstPage: 'src/rate/question/first-page.ts',
  /** The first script of rate.html, which stores a tap. */
  tap: 'src/rate/question/first-tap.ts',
  /** The libraries that the conversation is made with. */
  framework: 'src/rate/vendor.ts',
  /** The conversation on rate.html. */
  conversation: 'src/rate/mount.tsx',
  /** Pages of the app. */
  rate: 'src/rate/rate-route.tsx',
  receipt: 'src/rate/receipt/page.tsx',
  kiosk: 'src/rate/kiosk/page.tsx',
  notFound: 'src/app/not-found-page.tsx',
  queries: 'src/data/query-layout.tsx',
  home: 'src/results/home/page.tsx',
  /** What people call procedures, loaded by a search. */
  synonyms: 'src/lib/text/synonyms.ts',
  results: 'src/results/overview/page.tsx',
  /** Rendered to HTML when the app is built. */
  ratePages: 'src/rate/question/static-pages.tsx',
  resultsHead: 'src/results/overview/prerender.tsx',
  /** Written into the HTML, script and all. */
  inlineScript: 'src/results/overview/inline-script.ts',
  embed: 'src/results/embed/main.ts',
})

/** What is private to rating: no other page brings it. */
export const ratingFolder = named({ rate: 'src/rate' }).rate

const inLanguages = (path: (language: Language) => string) =>
  named(
    Object.fromEntries(Object.keys(languages).map(name => [name, path(name as Language)])) as Record<Language, string>,
  )

/** By language: what the conversation on rate.html says, and what the public's pages say besides. */
export const rateCatalogues = inLanguages(language => `src/i18n/${language}/rate.json`)
export const publicCatalogues = inLanguages(language => `src/i18n/${language}/public.json`)

/** What a rating without a signal needs; the offline cache holds these and all that they import, and nothing more. */
export const offlineEntries = [
  ...[entries.html, entries.polyfills, entries.tap, entries.framework, entries.conversation],
  ...[entries.rate, entries.receipt, entries.notFound, entries.synonyms],
  ...Object.values(rateCatalogues),
  ...Object.values(publicCatalogues),
]

/** A module as Rolldown names it. */
export const idOf = (entry: string) => join(root, entry)
