import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '../../paths'
import { Link } from '../link'
import { Brand } from './brand'
import { LanguageSwitch } from './language-switch'
import styles from './public-frame.module.css'

type Props = {
  /** A notice that must be read before any figure. */
  notice?: ReactNode
  /** The agency, above everything. */
  agency?: ReactNode
  /** A contact for help, in the agency's own words. */
  help?: ReactNode
  children: ReactNode
}

/** The frame of the public pages. */
export function PublicFrame({ notice, agency, help, children }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <header className={styles.top}>
        {agency}
        <div className={styles.in}>
          <Brand />
          <nav className={styles.main} aria-label={t('frame.pages')}>
            <NavLink to={paths.home()} end>
              {t('app.home')}
            </NavLink>
            <NavLink to={paths.results()}>{t('frame.results')}</NavLink>
            <NavLink to={paths.procedures()}>{t('frame.procedures')}</NavLink>
            <NavLink to={paths.plan()}>{t('frame.plan')}</NavLink>
            <NavLink to={paths.method()}>{t('frame.method')}</NavLink>
            <NavLink to={paths.data()}>{t('frame.data')}</NavLink>
          </nav>
          <LanguageSwitch />
        </div>
        {notice}
      </header>
      <main className={styles.sheet} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        {help}
        <p>
          <Link to={paths.receipt()}>{t('frame.receipt')}</Link>
          <Link to={paths.feedback()}>{t('frame.feedback')}</Link>
          <Link to={paths.privacy()}>{t('frame.privacy')}</Link>
          <Link to={paths.accessibility()}>{t('frame.accessibility')}</Link>
        </p>
        <p>{t('frame.open_source')}</p>
      </footer>
    </>
  )
}
