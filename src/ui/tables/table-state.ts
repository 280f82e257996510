import { useSearchParams } from 'react-router'

/** What a table shows. It is in the address, so that back, reload and a shared link show the same rows. */
export type TableState = { search: string; sort: string; isDown: boolean; page: number }

/** `name` keeps two tables of one page apart: `?q=…`, or `?members-q=…`. */
export function useTableState(name = ''): [TableState, (change: Partial<TableState>) => void] {
  const [query, setQuery] = useSearchParams()
  const key = (part: string) => (name ? `${name}-${part}` : part)
  const sort = query.get(key('sort')) ?? ''
  const state = {
    search: query.get(key('q')) ?? '',
    sort: sort.replace(/^-/, ''),
    isDown: sort.startsWith('-'),
    page: Math.max(1, Math.floor(Number(query.get(key('page')))) || 1),
  }
  const change = (part: Partial<TableState>) => {
    const next = { ...state, page: 1, ...part }
    setQuery(
      before => {
        const values = {
          q: next.search,
          sort: `${next.isDown ? '-' : ''}${next.sort}`,
          page: next.page > 1 ? next.page : '',
        }
        for (const [part, value] of Object.entries(values)) {
          if (value === '' || value === '-') before.delete(key(part))
          else before.set(key(part), String(value))
        }
        return before
      },
      { replace: part.search !== undefined, preventScrollReset: true },
    )
  }
  return [state, change]
}
