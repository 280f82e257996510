import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchIn } from '../../lib/text/search'
import { useFormats } from '../use-formats'
import { SearchField } from './search-field'
import styles from './search-list.module.css'

type Props<Item> = {
  label: string
  items: Item[]
  /** What the search looks in. */
  textOf: (item: Item) => string
  /** The list itself: all items until something is typed (`isSearched`), then those that match. */
  children: (found: Item[], isSearched: boolean) => ReactNode
}

/** A search above a list of links, without diacritics if the person types none; says how many were found. */
export function SearchList<Item>({ label, items, textOf, children }: Props<Item>) {
  const { t } = useTranslation()
  const format = useFormats()
  const [query, setQuery] = useState('')
  const isSearched = query.trim() !== ''
  const found = isSearched ? searchIn(items, query, textOf) : items
  return (
    <>
      <SearchField label={label} value={query} onChange={setQuery} />
      <p className={isSearched ? styles.count : 'vh'} role="status">
        {isSearched && (found.length === 0 ? t('home.found_none') : t('home.found', { n: format.count(found.length) }))}
      </p>
      {children(found, isSearched)}
    </>
  )
}
