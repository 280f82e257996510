import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../i18n/languages'
import { Link, useHere } from '../link'
import { LanguageName } from './language-name'
import styles from './language-switch.module.css'

/** Links, each in its own language, so that people find theirs without reading another. `among`: those of this page, all when it is left out. */
export function LanguageSwitch({ among }: { among?: Language[] }) {
  const { t, i18n } = useTranslation()
  const { search, hash } = useHere()

  const addressIn = (language: string) => {
    const query = new URLSearchParams(search)
    query.set('lng', language)
    return `?${query}${hash}`
  }

  return (
    <nav className={styles.switch} aria-label={t('app.languages')}>
      {Object.entries(languages)
        .filter(([language]) => !among || among.includes(language as Language))
        .map(([language, { name, short }]) => (
          <Link
            key={language}
            to={addressIn(language)}
            replace
            lang={language}
            hrefLang={language}
            aria-label={name === short ? name : `${short}, ${name}`}
            aria-current={i18n.language === language ? 'true' : undefined}
          >
            <LanguageName language={language as Language} />
          </Link>
        ))}
    </nav>
  )
}
