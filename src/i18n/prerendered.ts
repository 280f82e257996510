// Catalogues for the pages that are rendered when the app is built: all languages at once, which no browser loads.

import { type Language, languages } from './languages'
import type publicWords from './vi/public.json'
import type rateWords from './vi/rate.json'

/** In the order of the languages: the Vietnamese words come first on a page that shows all. */
const byLanguage = <Words>(files: Record<string, Words>) =>
  Object.fromEntries(
    Object.keys(languages).map(language => [
      language,
      Object.entries(files).find(([path]) => path.split('/')[1] === language)?.[1],
    ]),
  ) as Record<Language, Words>

export const rateCatalogues = byLanguage<typeof rateWords>(
  import.meta.glob('./*/rate.json', { eager: true, import: 'default' }),
)
export const publicCatalogues = byLanguage<typeof publicWords>(
  import.meta.glob('./*/public.json', { eager: true, import: 'default' }),
)
