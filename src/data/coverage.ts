import { queryOptions } from '@tanstack/react-query'
import { functionRows } from './public-api'
import { argumentsOf, type Selection } from './satisfaction'

/**
 * Ratings beside the dossiers that offices report to have handled, of the same offices and months: key and label,
 * handled, rated, and on_time unless a report leaves it out. Who reports nothing has no row. Reports tell neither
 * fields nor trust apart, so nothing can be asked about those.
 */
export const coverageBy = (by: 'all' | 'office' | 'month', { field: _, trust: __, ...selection }: Selection = {}) =>
  queryOptions({
    queryKey: ['coverage', by, selection],
    queryFn: () => functionRows('coverage', { by, ...argumentsOf(selection) }),
  })
