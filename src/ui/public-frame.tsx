import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { LanguageSwitch } from '../i18n/language-switch'
import { paths } from '../paths'
import { Brand } from './brand'
import styles from './public-frame.module.css'

type Props = {
  title: string
  description: string
  /** What has to be known before any figure is read. */
  notice?: ReactNode
  children: ReactNode
}

/** What the public pages stand in. */
export function PublicFrame({ title, description, notice, children }: Props) {
  const { t } = useTranslation()

  // index.html has a description for those who run no script; React would add a second one beside it.
  useEffect(() => {
    document.querySelector('meta[name="description"]')?.setAttribute('content', description)
  }, [description])

  return (
    <>
      <title>{`${title} · Hài Lòng`}</title>
      <header className={styles.top}>
        <div className={styles.in}>
          <Brand />
          <nav className={styles.main} aria-label={t('app.pages')}>
            <NavLink to={paths.home()} end>
              {t('app.home')}
            </NavLink>
            <NavLink to={paths.results()}>{t('app.results')}</NavLink>
          </nav>
          <LanguageSwitch />
        </div>
        {notice}
      </header>
      <main className={styles.sheet} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <p>{t('app.open_source')}</p>
      </footer>
    </>
  )
}
