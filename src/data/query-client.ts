import { MutationCache, QueryClient } from '@tanstack/react-query'
import { toProblem } from './problem'

/** Twice more for a lost answer or a stumbling server; a refusal is final. */
const retry = (failures: number, error: unknown) => failures < 2 && !toProblem(error).isRefusal

/**
 * After a write everything that is shown is asked for again: no lists of what to refetch. A first load that is under way
 * may answer with what was there before the write, and is not begun anew while nothing is there to show: it is asked for
 * again once it has come.
 */
function refetchAll() {
  const loading = queryClient
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  for (const query of loading) {
    const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
    query.promise?.then(again, () => {})
  }
  return queryClient.invalidateQueries()
}

export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({ onSuccess: refetchAll }),
  defaultOptions: {
    // 'always': whether there is a connection is for the request to find out. navigator.onLine says yes behind a
    // captive portal and no on some desks with a proxy.
    queries: { retry, staleTime: 60_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
