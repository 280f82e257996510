import { useLocation, useSearchParams } from 'react-router'
import type { Selection } from '../../data/satisfaction'
import { monthsOf } from '../../lib/dates/periods'
import { serviceChannels, trusts } from '../../lib/lists'

/** What proves the ratings that people send by themselves; whom somebody asked stands beside them and in none of these figures. */
export const sentTrusts = trusts.filter(trust => trust !== 'control')

/** The filters that an address may hold besides the period, each with its shape: other text is ignored. */
const shapes = {
  office: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  field: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  procedure: /^[1-9]\.\d{6}$/,
  channel: new RegExp(`^(${serviceChannels.join('|')})$`),
  trust: new RegExp(`^(${sentTrusts.join('|')})$`),
} as const

/** The period of everything that was ever published. Without any period it is the last twelve months. */
export const ALL_TIME = 'all'

export type FilterName = keyof typeof shapes | 'period'

/** Reads the filters from the address. Unknown or malformed ones are ignored, so that an old link still opens. */
export function selectionIn(query: URLSearchParams): Selection & { period?: string } {
  const period = query.get('period') ?? ''
  const named = Object.entries(shapes).flatMap(([name, shape]) => {
    const value = query.get(name)
    return value !== null && shape.test(value) ? [[name, value]] : []
  })
  return {
    ...(Object.fromEntries(named) as Selection),
    ...(query.get('predecessors') === '1' && { predecessors: true }),
    ...periodIn(period),
  }
}

function periodIn(period: string): Selection & { period?: string } {
  if (period === ALL_TIME) return { period }
  const months = monthsOf(period)
  return months ? { period, ...months } : { headline: true }
}

/** The same without the period's name, as a question to the data. */
export function readFilters(query: URLSearchParams): Selection {
  const { period: _, ...question } = selectionIn(query)
  return question
}

export function useSelection() {
  const [query] = useSearchParams()
  const { period, ...question } = selectionIn(query)
  const { predecessors: _, headline: __, ...filters } = question
  return { period, question, isFiltered: Object.keys(filters).length > 0 }
}

/** The address with other choices; an undefined one is taken back. */
export function useAddressWith() {
  const { pathname, search } = useLocation()
  return (choices: { [Name in FilterName | 'predecessors']?: string | undefined }) => {
    const query = new URLSearchParams(search)
    for (const [name, value] of Object.entries(choices)) {
      if (value) query.set(name, value)
      else query.delete(name)
    }
    return { pathname, search: query.toString() }
  }
}

/** The same as a text. */
export const addressOf = ({ pathname, search }: { pathname: string; search: string }) =>
  search ? `${pathname}?${search}` : pathname
