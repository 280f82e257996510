import { queryOptions } from '@tanstack/react-query'
import { tableRows } from './public-api'

/** The versions of the method, the first one first. Each later one is a break in every series. */
export const methodVersions = queryOptions({
  queryKey: ['method_versions'],
  queryFn: () => tableRows('method_versions', { order: 'valid_from' }),
})
