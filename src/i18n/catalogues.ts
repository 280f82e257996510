import type { Resource, ResourceKey } from 'i18next'
import { firstLanguage, type Language, languages } from './languages'

/**
 * Every catalogue on demand: a folder for each language in the list, a file for each namespace. Every page loads this list, so
 * a namespace of few pages is added by a file of its own (ledger-words.ts and its like), which those pages import.
 */
const files = import.meta.glob<ResourceKey>('./*/{rate,public,staff,feedback,open-data,catalogue,plan,embed}.json', {
  import: 'default',
})

/** Adds the catalogues of a namespace of few pages: `./<language>/<namespace>.json` and what loads each. */
export const addCatalogues = (more: typeof files) => Object.assign(files, more)

const fileOf = (language: string, namespace: string) => files[`./${language}/${namespace}.json`]

/** The languages that have a catalogue of this namespace; the others show it in Vietnamese. */
export const languagesWith = (namespace: string) =>
  (Object.keys(languages) as Language[]).filter(language => fileOf(language, namespace))

/** Loads one catalogue, in Vietnamese where the language has none of its own. Rejects without a signal. */
export async function loadCatalogue(language: string, namespace: string): Promise<Resource[string][string]> {
  const load = fileOf(language, namespace) ?? fileOf(firstLanguage, namespace)
  if (!load) throw new Error(`no catalogue ${namespace}`)
  return load()
}
