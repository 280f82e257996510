import { queryOptions } from '@tanstack/react-query'
import { functionRows } from './public-api'
import { argumentsOf, type Selection } from './satisfaction'

/**
 * How often each answer to the optional questions was given, in whole batches: question is outcome, timeliness, trips,
 * agencies, money, filled_by or applicant; an answer nobody gave is no row. What was praised stands in satisfactionBy('factor').
 */
export const answersGiven = (selection: Selection = {}) =>
  queryOptions({
    queryKey: ['answers', selection],
    queryFn: () => functionRows('answers', argumentsOf(selection)),
  })
