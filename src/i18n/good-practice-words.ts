import type { ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'
import { loadNamespace } from './setup'

addCatalogues(import.meta.glob<ResourceKey>('./*/good-practice.json', { import: 'default' }))

/** The words about good practice, now and with every language that is chosen later. */
export const loadGoodPracticeWords = () => loadNamespace('good-practice')
