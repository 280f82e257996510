import type { ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'

// Words of one page: in the list of all catalogues they would weigh on every other page.
addCatalogues(import.meta.glob<ResourceKey>('./*/good-practice.json', { import: 'default' }))
