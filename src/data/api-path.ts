/** The most rows that a hosted API answers at once. */
export const PAGE_SIZE = 1000

/** A question to PostgREST: filters, columns and order, or a function's arguments. What is undefined is not asked. */
export type Query = { [name: string]: string | number | boolean | undefined }

/** The path under the API's root of one page of the rows of a table ('offices') or a function ('rpc/satisfaction'). */
export function pagePath(path: string, query: Query, offset = 0, limit = PAGE_SIZE) {
  const given = Object.entries({ ...query, offset, limit }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return `${path}?${new URLSearchParams(given)}`
}

export const settingsQuery = { select: 'key,value', order: 'key' }
export const officesQuery = { select: '*', order: 'code' }
export const planIndicatorsQuery = { select: '*', order: 'position' }
export const planFiguresQuery = {}
export const parQuery = { select: '*', order: 'office_code,year' }
export const parMeansQuery = {}
