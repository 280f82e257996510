import { MutationCache, QueryClient } from '@tanstack/react-query'
import { toProblem } from './problem'

/** Twice more for a lost answer or a stumbling server; a refusal is final. */
const retry = (failures: number, error: unknown) => failures < 2 && !toProblem(error).isRefusal

export const queryClient: QueryClient = new QueryClient({
  // After a write everything that is shown is asked for again: no lists of what to refetch.
  mutationCache: new MutationCache({ onSuccess: () => queryClient.invalidateQueries() }),
  defaultOptions: {
    // 'always': whether there is a connection is for the request to find out. navigator.onLine says yes behind a
    // captive portal and no on some desks with a proxy.
    queries: { retry, staleTime: 60_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
