// In which form an answer is asked for.

const csv = /^\s*text\/csv\s*(;|$)/i

/**
 * The request with the forms that it may have, undefined when none is left. CSV comes from the open files alone: Lite would
 * make it of any table, with names in it that a spreadsheet runs as formulas. Whoever names no form takes any.
 */
export function withAccept(request: Request) {
  const asked = request.headers.get('accept')
  const isFile = new URL(request.url).pathname.endsWith('/rpc/open_csv')
  const wanted = (asked?.trim() || '*/*').split(',').filter(form => isFile || !csv.test(form))
  if (wanted.length === 0) return undefined
  const accept = wanted.join(',')
  if (accept === asked) return request
  const headers = new Headers(request.headers)
  headers.set('accept', accept)
  return new Request(request, { headers })
}
