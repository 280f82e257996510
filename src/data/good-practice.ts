import { queryOptions } from '@tanstack/react-query'
import type { AnswerChange, FieldChange, Improvement } from '../lib/figures/improvement'
import { functionRows } from './public-api'
import { request } from './rpc'

export type { AnswerChange, FieldChange, Improvement }

/** What somebody said, told by the office: of which person, batch or day nothing says. */
export type Praise = { kind: 'praise'; id: string; office_code: string; quarter: string; text: string }
export type Example = (Improvement & { kind: 'improvement' }) | Praise

/** Offices that surely improved, and praise: of an office with all below it, or of a field. */
export const goodPractice = ({ office, field }: { office?: string | undefined; field?: string | undefined } = {}) =>
  queryOptions({
    queryKey: ['good_practice', office, field],
    queryFn: async () => (await functionRows('good_practice', { office, field })) as unknown as Example[],
  })

/** By quarter, how many offices were compared and how many surely improved; the latest first. */
export const practiceComparisons = queryOptions({
  queryKey: ['practice_comparisons'],
  queryFn: () => functionRows('practice_comparisons', {}),
})

/**
 * Officers who agreed to be named, by the id of the praise. No copy is kept for reading without a signal: a name is gone when
 * the consent is.
 */
export const praiseNames = queryOptions({
  queryKey: ['praise_names'],
  queryFn: () => request<{ id: string; officer_name: string }[]>('rpc/praise_names'),
  staleTime: 0,
  gcTime: 0,
})
