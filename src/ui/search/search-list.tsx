import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { search } from '../../lib/text/search'
import { useFormats } from '../use-formats'
import { SearchField } from './search-field'
import styles from './search-list.module.css'
import { SearchedBy } from './searched-by'
import { useSynonyms } from './use-synonyms'

type Props<Item> = {
  label: string
  items: Item[]
  /** What the search looks in. */
  textOf: (item: Item) => string
  /** What is typed, where it is kept elsewhere than here. */
  typed?: [string, (typed: string) => void]
  /** The list itself: all items until something is typed (`isSearched`), then those that match. */
  children: (found: Item[], isSearched: boolean) => ReactNode
}

/** A search above a list of links, without diacritics if the person types none; says how many were found. */
export function SearchList<Item>({ label, items, textOf, typed, children }: Props<Item>) {
  const { t } = useTranslation()
  const format = useFormats()
  const own = useState('')
  const [query, setQuery] = typed ?? own
  const isSearched = query.trim() !== ''
  const synonyms = useSynonyms(isSearched)
  const { items: found, by } = isSearched ? search(items, query, textOf, synonyms) : { items, by: [] }
  return (
    <>
      <SearchField label={label} value={query} onChange={setQuery} />
      <p className={isSearched ? styles.count : 'vh'} role="status">
        {isSearched && (found.length === 0 ? t('home.found_none') : t('home.found', { n: format.count(found.length) }))}
        <SearchedBy names={by} />
      </p>
      {children(found, isSearched)}
    </>
  )
}
