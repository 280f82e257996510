import { usePrefetchQuery } from '@tanstack/react-query'
import { answersGiven } from '../data/answers'
import { coverageBy } from '../data/coverage'
import { methodVersions } from '../data/method'
import { setAsideTotals } from '../data/offices'
import { type Selection, satisfactionBy } from '../data/satisfaction'

/** Asks for all that follows the headline at once, when that is there: one after the other each would wait for the last. */
export function useEvidenceAhead(question: Selection) {
  const { from: _, to: __, ...always } = question
  usePrefetchQuery(satisfactionBy('month', always))
  usePrefetchQuery(methodVersions)
  usePrefetchQuery(satisfactionBy('factor', question))
  usePrefetchQuery(answersGiven(question))
  usePrefetchQuery(satisfactionBy('trust', question))
  usePrefetchQuery(satisfactionBy('channel', question))
  usePrefetchQuery(coverageBy('all', question))
  usePrefetchQuery(coverageBy('office', question))
  usePrefetchQuery(setAsideTotals)
}
