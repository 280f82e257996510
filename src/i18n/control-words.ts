import type { ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'
import { loadNamespace } from './setup'

addCatalogues(import.meta.glob<ResourceKey>('./*/control.json', { import: 'default' }))

/** The words about what is asked independently, now and with every language that is chosen later. */
export const loadControlWords = () => loadNamespace('control')
