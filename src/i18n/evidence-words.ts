import i18next, { type ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'
import { languages } from './languages'
import { loadNamespace } from './setup'

addCatalogues(import.meta.glob<ResourceKey>('./*/evidence.json', { import: 'default' }))

/** The words about what a figure counts and what it leaves out, now and with every language that is chosen later. */
export const loadEvidenceWords = () => loadNamespace('evidence')

/** The same in every language at once, for a device that many people use. */
export async function loadEvidenceWordsOfAllLanguages() {
  await loadEvidenceWords()
  await i18next.loadLanguages(Object.keys(languages))
}
