import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { satisfactionBy } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { DocumentHead } from '../../ui/layout/document-head'
import { Headline } from '../figures/headline'
import { NothingPublished } from '../shell/nothing-published'
import { usePeriodNames } from '../shell/period-name'
import { PublicPage } from '../shell/public-page'
import { ReleaseTimes } from '../shell/release-times'
import { StartRating } from '../shell/start-rating'
import styles from './page.module.css'
import { SearchBox } from './search-box'

const headline = { headline: true }

export function loader() {
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(satisfactionBy('all', headline))
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(procedureNames)
  return null
}

export function Component() {
  return (
    <PublicPage>
      <Home />
    </PublicPage>
  )
}

function Home() {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const { data } = useSuspenseQuery(satisfactionBy('all', headline))
  const [total] = data

  return (
    <>
      <DocumentHead title={t('home.title')} description={t('home.description')} />
      <h1 className={styles.heading}>{t('home.title')}</h1>
      <p className={styles.lead}>{t('home.lead')}</p>
      <div className={styles.parts}>
        <section className={styles.part}>
          <h2>{t('home.headline')}</h2>
          {total ? (
            <Headline figure={total} target={total.target_percent} period={names.headline(total)} />
          ) : (
            <NothingPublished question={headline} isFiltered={false} at={paths.results()} />
          )}
          <ReleaseTimes />
          <p className={styles.action}>
            <ButtonLink to={paths.results()}>{t('home.see_results')}</ButtonLink>
          </p>
        </section>
        <div>
          <section className={styles.part}>
            <h2>{t('home.find')}</h2>
            <SearchBox />
          </section>
          <section className={styles.part}>
            <h2>{t('home.rate')}</h2>
            <StartRating />
          </section>
        </div>
      </div>
    </>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
