import { queryOptions } from '@tanstack/react-query'
import { functionRows } from './public-api'
import { argumentsOf, type Selection } from './satisfaction'

/**
 * The count of each answer to the optional questions, in whole groups; an answer that nobody gave has no row. Praise
 * and wishes are in satisfactionBy('factor').
 */
export const answersGiven = (selection: Selection = {}) =>
  queryOptions({
    queryKey: ['answers', selection],
    queryFn: () => functionRows('answers', argumentsOf(selection)),
  })
