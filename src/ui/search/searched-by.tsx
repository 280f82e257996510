import { useTranslation } from 'react-i18next'
import styles from './searched-by.module.css'

/** The official words that a search looked for in place of those that were typed. */
export function SearchedBy({ names }: { names: string[] }) {
  const { t } = useTranslation()
  if (names.length === 0) return null
  return (
    <span className={styles.by}>
      {t('search.by')} <span lang="vi">{names.join('; ')}</span>
    </span>
  )
}
