import type { ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'
import { loadNamespace } from './setup'

addCatalogues(import.meta.glob<ResourceKey>('./*/place.json', { import: 'default' }))

/** The words about kiosks and displays that are paired with a counter, now and with every language that is chosen later. */
export const loadPlaceWords = () => loadNamespace('place')
