import { useTranslation } from 'react-i18next'

/** The official words that a search looked for in place of those that were typed. */
export function SearchedBy({ names }: { names: string[] }) {
  const { t } = useTranslation()
  if (names.length === 0) return null
  return (
    <>
      {' '}
      {t('search.by')} <span lang="vi">{names.join('; ')}</span>
    </>
  )
}
