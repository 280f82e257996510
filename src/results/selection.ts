import { useSearchParams } from 'react-router'
import type { Channel, Selection } from '../data/satisfaction'
import { monthsOf } from '../lib/periods'

export const channels = ['counter', 'online', 'postal'] as const satisfies readonly Channel[]

const isChannel = (text: string | null): text is Channel => channels.some(channel => channel === text)

/** What the address says to look at. Anything it should not say is left out: an old link still opens. */
export function selectionIn(query: URLSearchParams): Selection & { period?: string } {
  const period = query.get('period') ?? ''
  const months = monthsOf(period)
  const channel = query.get('channel')
  return { ...(months && { period, ...months }), ...(isChannel(channel) && { channel }) }
}

/** The same without the period's name, as a question to the data. */
export function questionIn(query: URLSearchParams): Selection {
  const { period: _, ...question } = selectionIn(query)
  return question
}

export function useSelection() {
  const [query] = useSearchParams()
  const { period, ...question } = selectionIn(query)
  return { period, question, isFiltered: period !== undefined || question.channel !== undefined }
}
