import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { StaticRouter } from 'react-router'
import type { Language } from '../../i18n/languages'
import { publicCatalogues, rateCatalogues } from '../../i18n/prerendered'
import { paths } from '../../paths'
import { PublicFrame } from '../../ui/layout/public-frame'
import { ResultsTitle } from './title'

/** The page as it is before its figures have come, by language: what index.html shows at the address of the results. */
export function renderResults() {
  return Object.entries(publicCatalogues).map(([language, words]) => {
    const i18n = i18next.createInstance()
    i18n.use(initReactI18next).init({
      lng: language,
      resources: { [language]: { rate: rateCatalogues[language as Language], public: words } },
      defaultNS: 'rate',
      fallbackNS: 'public',
    })
    const body = renderToStaticMarkup(
      <StaticRouter location={paths.results()}>
        <PublicFrame>
          <ResultsTitle />
        </PublicFrame>
      </StaticRouter>,
    )
    return [language, body] as const
  })
}
