import { answersGiven } from '../../data/answer-counts'
import { coverageBy } from '../../data/coverage'
import { methodVersions } from '../../data/method'
import { refusedTries, setAsideTotals } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { type Selection, satisfactionBy, withoutPeriod } from '../../data/satisfaction'

/**
 * Asks for all that follows the headline as soon as that is there: one part after the other each would wait for the
 * last. Each request has a task of its own, because nine at once block an old phone.
 */
export async function prefetchDetails(question: Selection) {
  const headline = await queryClient.fetchQuery(satisfactionBy('all', question)).catch(() => [])
  if (headline.length === 0) {
    queryClient.prefetchQuery(satisfactionBy('all', withoutPeriod(question)))
    return
  }
  const requests = [
    () => queryClient.prefetchQuery(methodVersions),
    () => queryClient.prefetchQuery(satisfactionBy('month', withoutPeriod(question))),
    () => queryClient.prefetchQuery(satisfactionBy('factor', question)),
    () => queryClient.prefetchQuery(answersGiven(question)),
    () => queryClient.prefetchQuery(satisfactionBy('trust', question)),
    () => queryClient.prefetchQuery(satisfactionBy('channel', question)),
    () => queryClient.prefetchQuery(coverageBy('all', question)),
    () => queryClient.prefetchQuery(coverageBy('office', question)),
    () => queryClient.prefetchQuery(setAsideTotals),
    () => queryClient.prefetchQuery(refusedTries),
  ]
  for (const request of requests) setTimeout(request)
}
