import type { ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'
import { loadNamespace } from './setup'

addCatalogues(import.meta.glob<ResourceKey>('./*/evidence.json', { import: 'default' }))

/** The words about what a figure counts and what it leaves out, now and with every language that is chosen later. */
export const loadEvidenceWords = () => loadNamespace('evidence')
