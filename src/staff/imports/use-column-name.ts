import { useTranslation } from 'react-i18next'

/** What a column of an import is called; the names are those of the database. */
export function useColumnName() {
  const { t } = useTranslation('staff')
  return (column: string) => t(`import.column.${column}` as 'import.column.code')
}
