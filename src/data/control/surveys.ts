import { queryOptions } from '@tanstack/react-query'
import type { ControlSurvey } from '../../lib/figures/control'
import { functionRows } from '../public-api'

/** What was asked independently about an office, the latest quarter first. */
export const controlSurveys = (office: string) =>
  queryOptions({
    queryKey: ['control_comparisons', office],
    queryFn: async () => (await functionRows('control_comparisons', { office })) as unknown as ControlSurvey[],
  })
