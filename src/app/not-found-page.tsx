import { useTranslation } from 'react-i18next'
import { loadNamespace } from '../i18n/setup'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { DocumentHead } from '../ui/layout/document-head'
import { PublicFrame } from '../ui/layout/public-frame'
import { Link } from '../ui/link'
import links from '../ui/link-list.module.css'
import styles from './not-found-page.module.css'

export async function loader() {
  await loadNamespace('open-data')
  return null
}

/** What exists, for whoever came by an address that names nothing. */
export function Component() {
  const { t } = useTranslation()
  const { t: words } = useTranslation('open-data')
  const places = [
    { to: paths.home(), name: words('not_found.find'), hint: words('not_found.find_hint') },
    { to: paths.results(), name: t('frame.results'), hint: words('not_found.results_hint') },
    { to: paths.procedures(), name: t('frame.procedures'), hint: words('not_found.procedures_hint') },
    { to: paths.receipt(), name: t('frame.receipt'), hint: words('not_found.receipt_hint') },
    { to: paths.data(), name: t('frame.data'), hint: words('not_found.data_hint') },
    { to: paths.method(), name: t('frame.method'), hint: words('not_found.method_hint') },
  ]
  return (
    <PublicFrame>
      <DocumentHead title={words('not_found.title')} description={t('home.description')} />
      <h1>{words('not_found.title')}</h1>
      <p className={styles.remedy}>{words('not_found.remedy')}</p>
      <nav className={links.links} aria-label={words('not_found.exists')}>
        {places.map(({ to, name, hint }) => (
          <Link key={to} to={to}>
            <span>
              {name}
              <small>{hint}</small>
            </span>
            <Icon name="right" />
          </Link>
        ))}
      </nav>
    </PublicFrame>
  )
}
