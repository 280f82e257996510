import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import styles from './pagination.module.css'

/** Forward and back through a long list. Nothing where there is one page. */
export function Pagination({ page, last, onPage }: { page: number; last: number; onPage: (page: number) => void }) {
  const { t } = useTranslation('staff')
  if (last <= 1) return null
  return (
    <nav className={styles.pages} aria-label={t('parts.pages')}>
      {page > 1 && (
        <Button look="quiet" onClick={() => onPage(page - 1)}>
          {t('parts.page_before')}
        </Button>
      )}
      <span>{t('parts.page_of', { page, last })}</span>
      {page < last && (
        <Button look="quiet" onClick={() => onPage(page + 1)}>
          {t('parts.page_next')}
        </Button>
      )}
    </nav>
  )
}
