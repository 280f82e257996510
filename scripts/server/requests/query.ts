// How much one address may ask of the database. Lite joins whatever tables a `select` names, as deep as it goes, and
// PGlite has no time limit: one such request stops the server for everybody.

const mostParameters = 30
const longestQuery = 4096
/** Of `or=(a.eq.1,and(b.eq.2,c.eq.3))`: what is deeper, nobody here asks. */
const deepest = 2
/** supabase/config.toml: max_rows. */
const mostRows = 1000

/** Parameters that name columns. Parentheses there join tables, and :: casts. */
const columnLists = ['select', 'order', 'columns', 'on_conflict']

/** The joins that pages ask for, to the letter: src/data/procedures.ts. Each is one level deep and of one row. */
export const allowedJoins = ['*,fields!procedures_field_code_fkey(name)', 'procedures!inner(code,name)']

/**
 * Columns that Postgres keeps of every row. They count what everybody has written: whoever saves something twice would
 * learn from xmin how many have rated in between.
 */
const systemColumns = /(^|[^\w])(xmin|xmax|cmin|cmax|ctid|tableoid)(?!\w)/i

/**
 * Filters by a pattern. One that refers back to its own parts takes Postgres hours, and no page asks by one; `like` and
 * `ilike` are slow with nothing.
 */
const pattern = /^(not\.)*i?match[.(]/i
const patternWithin = /\.i?match[.(]/i

const isLogic = (key: string) => /^(not\.)?(and|or)$/.test(key)

function depthOf(text: string) {
  let depth = 0
  let most = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    most = Math.max(most, depth)
  }
  return most
}

function isReadable(url: URL) {
  try {
    return !decodeURIComponent(url.pathname).includes('\0')
  } catch {
    return false
  }
}

/** Whether an address asks for no more than the pages and the open data do. */
export function isModest(url: URL) {
  if (!isReadable(url)) return false
  const parameters = [...url.searchParams]
  if (parameters.length > mostParameters || url.search.length > longestQuery) return false
  if (url.searchParams.getAll('select').length > 1) return false
  return parameters.every(([key, value]) => {
    if (/[("]|::/.test(key) || `${key}${value}`.includes('\0')) return false
    if (systemColumns.test(key) || pattern.test(value)) return false
    if (key === 'select' && allowedJoins.includes(value)) return true
    if (columnLists.includes(key)) return !/[("]|::/.test(value) && !systemColumns.test(value)
    return !isLogic(key) || (depthOf(value) <= deepest && !patternWithin.test(value) && !systemColumns.test(value))
  })
}

/** The request with a limit that is no higher than the most there is. */
export function withLimit(request: Request) {
  const url = new URL(request.url)
  const limits = url.searchParams.getAll('limit')
  if (limits.every(limit => !/^\d+$/.test(limit) || Number(limit) <= mostRows)) return request
  url.searchParams.set('limit', String(mostRows))
  return new Request(url, request)
}
