// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
// biome-ignore-all lint/a11y/useSemanticElements: the same.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { byName } from '../../lib/text/format'
import { search } from '../../lib/text/search'
import type { Synonym } from '../../lib/text/synonyms'
import { folded } from '../../lib/text/words'
import { Icon } from '../icon'
import { SearchField } from '../search/search-field'
import { SearchedBy } from '../search/searched-by'
import { useSynonyms } from '../search/use-synonyms'
import { useFormats } from '../use-formats'
import styles from './data-table.module.css'
import { Pagination } from './pagination'
import tableStyles from './table.module.css'
import { type TableState, useTableState } from './table-state'
import tools from './toolbar.module.css'
import { wordsOf } from './words-of'

export type Column<Row> = {
  key: string
  name: string
  /** The content of a cell. The first column's cell names the row. */
  cell: (row: Row) => ReactNode
  /** What the column is sorted by; without it, it cannot be sorted. */
  sortBy?: (row: Row) => string | number | null
  /** Numbers are aligned to the end of their cell. */
  isNumber?: boolean
  /** What stands in a file in the place of the words: a number, or a day (UTC fields). Undefined and null: the words. */
  inFile?: (row: Row) => number | Date | null | undefined
  /** The name is for screen readers only: for a column of buttons. */
  isNameSilent?: boolean
}

export type TableProps<Row> = {
  /** What the table shows; for screen readers only. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** The text of a row that the search looks in; without it there is no search. Marks and capitals do not matter. */
  searchIn?: (row: Row) => string
  searchLabel?: string
  /** Shown when there are no rows at all: `<Empty …/>`. */
  empty: ReactNode
  /** Filters of the page's own, shown beside the search. */
  filters?: ReactNode
  pageSize?: number
  /** Where a page has two tables: keeps their addresses apart. */
  name?: string
  /** Below the table, for the rows that were found, in their order. */
  foot?: (found: readonly Row[]) => ReactNode
}

/**
 * A list with search, sorting and pages, all three in the address. On a phone each row becomes a block with its
 * columns' names. For lists that are loaded whole (thousands of rows are fine).
 */
export function DataTable<Row>({ rows, columns, name, pageSize = 50, ...props }: TableProps<Row>) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const [state, change] = useTableState(name)
  const synonyms = useSynonyms(state.search !== '')
  const { items, by } = searched(rows, state.search, props.searchIn, synonyms)
  const found = sorted(items, columns, state)
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(state.page, last)
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  return (
    <div className={styles.list}>
      {(props.searchIn || props.filters) && (
        <div className={tools.tools}>
          {props.searchIn && (
            <SearchField
              label={props.searchLabel ?? t('parts.search')}
              value={state.search}
              onChange={search => change({ search })}
            />
          )}
          {props.filters}
        </div>
      )}
      <p className={styles.count} role="status">
        {rows.length > 0 && t('parts.rows', { n: format.count(found.length) })}
        <SearchedBy names={by} />
      </p>
      {rows.length === 0 ? (
        props.empty
      ) : found.length === 0 ? (
        <p>{t('parts.nothing_found')}</p>
      ) : (
        <table role="table" className={`${tableStyles.table} ${styles.table}`}>
          <caption className="vh">{props.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(column => (
                <Head key={column.key} column={column} state={state} onSort={change} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map(row => (
              <Cells key={props.rowKey(row)} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      )}
      <Pagination page={page} last={last} onPage={next => change({ page: next })} />
      {found.length > 0 && props.foot?.(found)}
    </div>
  )
}

type HeadProps<Row> = { column: Column<Row>; state: TableState; onSort: (change: Partial<TableState>) => void }

function Head<Row>({ column, state, onSort }: HeadProps<Row>) {
  const isSorted = state.sort === column.key
  const label = column.isNameSilent ? <span className="vh">{column.name}</span> : column.name
  return (
    <th
      role="columnheader"
      scope="col"
      className={column.isNumber ? tableStyles.number : undefined}
      aria-sort={isSorted ? (state.isDown ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <button type="button" onClick={() => onSort({ sort: column.key, isDown: isSorted && !state.isDown })}>
          {label}
          {isSorted && <Icon name={state.isDown ? 'down' : 'up'} />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}

/** A text with something in it that is no word, and is longer than a column can be. */
const isLong = (content: ReactNode) => typeof content === 'string' && /\S{20,}/.test(content)

/** A name that needs no more room than the other cells of its row. */
const isShort = (content: ReactNode) => /^.{1,24}$/.test(wordsOf(content))

function Cells<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  return (
    <tr role="row">
      {columns.map((column, i) => {
        const content = column.cell(row)
        const className = column.isNumber ? tableStyles.number : isLong(content) ? styles.long : undefined
        const name = <span className={styles.name} aria-hidden="true">{`${column.name} `}</span>
        return i === 0 ? (
          <th key={column.key} role="rowheader" scope="row" className={isShort(content) ? styles.short : className}>
            {content}
          </th>
        ) : (
          <td key={column.key} role="cell" className={className}>
            {!column.isNameSilent && name}
            {content}
          </td>
        )
      })}
    </tr>
  )
}

/**
 * What the search of all pages finds, in its order; and, since a table also holds addresses and codes, every row with all
 * that was typed somewhere in it.
 */
function searched<Row>(
  rows: readonly Row[],
  query: string,
  textOf: ((row: Row) => string) | undefined,
  synonyms: readonly Synonym[],
): { items: readonly Row[]; by: string[] } {
  const words = folded(query).split(' ').filter(Boolean)
  if (!textOf || words.length === 0) return { items: rows, by: [] }
  const { items, by } = search(rows, query, textOf, synonyms)
  const found = new Set(items)
  const others = rows.filter(row => !found.has(row) && words.every(word => folded(textOf(row)).includes(word)))
  return { items: [...items, ...others], by }
}

function sorted<Row>(rows: readonly Row[], columns: Column<Row>[], { sort, isDown }: TableState) {
  const by = columns.find(({ key }) => key === sort)?.sortBy
  if (!by) return rows
  const compare = (a: Row, b: Row) => {
    const [x, y] = [by(a), by(b)]
    // Rows without a value are last in both directions.
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : byName(String(x), String(y))
    return isDown ? -order : order
  }
  return rows.toSorted(compare)
}
