import { useTranslation } from 'react-i18next'
import styles from './skeleton.module.css'

/** The shape of what is being loaded; seen only when it takes longer than a moment. */
export function Skeleton({ figure }: { figure?: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.bones} role="status">
      <span className="vh">{t('frame.loading')}</span>
      {figure && <i className={styles.figure} />}
      <i />
      <i className={styles.short} />
    </div>
  )
}
