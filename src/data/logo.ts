import { queryOptions } from '@tanstack/react-query'
import { rpc } from './rpc'

/** The agency's logo as a data: address. `version` is the setting `logo`: another logo is another question. */
export const agencyLogo = (version: string) =>
  queryOptions({
    queryKey: ['agency_logo', version],
    queryFn: () => rpc<string | null>('agency_logo', { version }, { method: 'GET' }),
    staleTime: Number.POSITIVE_INFINITY,
  })
