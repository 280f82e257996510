import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../shell/public-page.module.css'

/** The head of the page; what it is about follows when the figures are there. */
export function ResultsTitle({ period = '\u00a0', children }: { period?: string; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.title}>
      <div>
        <h1>{t('results.heading')}</h1>
        <p>{period}</p>
      </div>
      {children ?? <p className={styles.issue}>&nbsp;</p>}
    </div>
  )
}
