import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { StaticRouter } from 'react-router'
import en from '../../i18n/en.json'
import km from '../../i18n/km.json'
import vi from '../../i18n/vi.json'
import { paths } from '../../paths'
import { PublicFrame } from '../../ui/layout/public-frame'
import { ResultsTitle } from './title'

/** The page as it is before its figures have come, by language: what index.html shows at the address of the results. */
export function renderResults() {
  const catalogues = { vi, en, km }
  return Object.entries(catalogues).map(([language, translation]) => {
    const i18n = i18next.createInstance()
    i18n.use(initReactI18next).init({ lng: language, resources: { [language]: { translation } } })
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
