import type { ResourceKey } from 'i18next'
import { addCatalogues } from './catalogues'
import { loadNamespace } from './setup'

addCatalogues(import.meta.glob<ResourceKey>('./*/ledger.json', { import: 'default' }))

/** The words about checkpoints, witnesses and proofs, now and with every language that is chosen later. */
export const loadLedgerWords = () => loadNamespace('ledger')
