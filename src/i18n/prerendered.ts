// Catalogues for the pages that are rendered when the app is built: all languages at once, which no browser loads.

import type { Language } from './languages'
import type publicWords from './vi/public.json'
import type rateWords from './vi/rate.json'

const byFolder = <Words>(files: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.split('/')[1], words])) as Record<
    Language,
    Words
  >

export const rateCatalogues = byFolder<typeof rateWords>(
  import.meta.glob('./*/rate.json', { eager: true, import: 'default' }),
)
export const publicCatalogues = byFolder<typeof publicWords>(
  import.meta.glob('./*/public.json', { eager: true, import: 'default' }),
)
