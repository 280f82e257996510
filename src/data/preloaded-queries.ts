import {
  officesQuery,
  pagePath,
  parMeansQuery,
  parQuery,
  planFiguresQuery,
  planIndicatorsQuery,
  settingsQuery,
} from './api-path'

/**
 * Requests that the document itself sends before any script has loaded, by their paths under the API's root. Each answer
 * is taken once: whoever asks again asks the database.
 */
declare global {
  var preloadedAnswers: Map<string, Promise<unknown>> | undefined
}

/** The answer that is on its way already; undefined when the document has not asked. */
export function takePreloaded<Answer>(path: string): Promise<Answer> | undefined {
  const answer = globalThis.preloadedAnswers?.get(path)
  globalThis.preloadedAnswers?.delete(path)
  return answer as Promise<Answer> | undefined
}

const headlinePath = (by: string) => pagePath('rpc/satisfaction', { by, headline: true })
const monthsPath = pagePath('rpc/satisfaction', { by: 'month' })
const settingsPath = pagePath('settings', settingsQuery)
const officesPath = pagePath('offices', officesQuery)

/** By address of a public page with nothing chosen, what it asks first; the headline's come first. */
export const preloadedPaths: { [pathname: string]: string[] } = {
  '/results': [headlinePath('all'), headlinePath('office'), settingsPath, officesPath, monthsPath],
  '/plan': [
    pagePath('rpc/plan_figures', planFiguresQuery),
    pagePath('plan_indicators', planIndicatorsQuery),
    settingsPath,
    officesPath,
    pagePath('par_index', parQuery),
    pagePath('rpc/par_index_means', parMeansQuery),
  ],
  '/': [headlinePath('all'), settingsPath, officesPath],
}
