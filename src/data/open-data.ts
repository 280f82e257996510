import { queryOptions } from '@tanstack/react-query'
import { apiKey, apiUrl } from './api'
import { toProblem } from './problem'
import { functionRows, tableRows } from './public-api'

const root = `${apiUrl}/rest/v1/rpc/`
const key = new URLSearchParams({ apikey: apiKey })

/** The addresses of a file. They stay the same, and the key in them opens what is public alone. */
export const fileUrls = (file: string) => ({
  csv: `${root}open_csv?file=${file}&${key}`,
  excel: `${root}open_csv?file=${file}&bom=true&${key}`,
  json: `${root}open_json?file=${file}&${key}`,
})

/** Both descriptions hold absolute addresses, so that they work wherever they are stored. */
export const descriptionUrls = {
  datapackage: `${root}datapackage?${new URLSearchParams({ files_at: `${root}open_csv?${key}&file=` })}&${key}`,
  openapi: `${root}openapi?${new URLSearchParams({ at: root.replace(/\/$/, '') })}&${key}`,
}

/** The files to download, with their number of rows and about how many bytes each is as CSV. */
export const openFiles = queryOptions({
  queryKey: ['open_files'],
  queryFn: () => functionRows('open_files', {}),
})

/** Reversals: which batches were found wrong, and why. */
export const corrections = queryOptions({
  queryKey: ['corrections'],
  queryFn: () => tableRows('batches', { voids: 'not.is.null', order: 'number.desc' }),
})

/** Who voided a batch: the offices that they acted from, and which of the two came first. Since it takes two. */
export const voidings = queryOptions({
  queryKey: ['voidings'],
  queryFn: () => tableRows('voidings', { order: 'reversal.desc' }),
})

/** By quarter: how often an office stood out, how often that was looked into, and how often there was something. */
export const signalTotals = queryOptions({
  queryKey: ['signal_totals'],
  queryFn: () => functionRows('signal_totals', {}),
})

/** The last row of the ledger; undefined before the first release. */
export const lastBatch = queryOptions({
  queryKey: ['batches', 'last'],
  queryFn: async () => {
    const [last] = await fetchFresh<{ number: number; hash: string }[]>(
      `${apiUrl}/rest/v1/batches?select=number,hash&order=number.desc&limit=1&${key}`,
    )
    return last ?? null
  },
})

/** Bypasses the browser's cache. Throws a Problem. */
async function fetchUncached(url: string, timeout: number) {
  try {
    const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(timeout) })
    if (!response.ok) throw await response.json()
    return response
  } catch (error) {
    throw toProblem(error)
  }
}

/** A whole file may take a while on a weak signal. */
export const fetchFresh = async <Result>(url: string): Promise<Result> => (await fetchUncached(url, 120_000)).json()
export const fetchText = async (url: string) => (await fetchUncached(url, 120_000)).text()

export type DataPackage = {
  ledger: { batches: number; rule_changes: number; hash: string }
  resources: { path: string; title: string; schema: { fields: { name: string; type: string }[] } }[]
}
export const fetchDataPackage = () => fetchFresh<DataPackage>(descriptionUrls.datapackage)
