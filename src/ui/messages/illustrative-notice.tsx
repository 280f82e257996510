import { useTranslation } from 'react-i18next'
import styles from './illustrative-notice.module.css'

/** Shown on every page with made-up figures, so that nobody takes them for an agency's results. */
export function IllustrativeNotice() {
  const { t } = useTranslation()
  return (
    <p className={styles.notice}>
      <strong>{t('figure.illustrative')}</strong> {t('figure.illustrative_meaning')}
    </p>
  )
}
