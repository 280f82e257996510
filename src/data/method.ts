import { queryOptions } from '@tanstack/react-query'
import { tableRows } from './public-api'

/** The versions of the method, the first one first (breaksOf in lib/figures/method-versions.ts). */
export const methodVersions = queryOptions({
  queryKey: ['method_versions'],
  queryFn: () => tableRows('method_versions', { order: 'valid_from' }),
})
