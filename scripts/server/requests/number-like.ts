// Lite takes what looks like a number in an address for one: procedure 2.000720 is 2.00072 then, which is none; and true
// and null for what they are in JSON, which no function's text can be. What is in quotation marks it takes as it is written,
// as PostgREST does.

/** Parameters that hold names of columns and numbers, and no values. */
const notValues = ['select', 'order', 'limit', 'offset', 'columns', 'on_conflict']

const isChanged = (text: string) => text.trim() !== '' && Number.isFinite(Number(text)) && String(Number(text)) !== text

const quoted = (text: string) => (isChanged(text) ? `"${text}"` : text)

/** An argument of a function. */
const argumentAsWritten = (text: string) => (/^(true|false|null)$/i.test(text) ? `"${text}"` : quoted(text))

/** `eq.2.000720`, `in.(2.000720,x)`, and both within `or=(…)`. */
function filterAsWritten(filter: string) {
  return `.${filter}`
    .replace(/(\.(?:eq|neq|gte?|lte?|isdistinct)\.)([^,()"]+)(?=[,)]|$)/g, (_, start, text) => start + quoted(text))
    .replace(/(\.in\.\()([^()"]+)(?=\))/g, (_, start, list) => start + list.split(',').map(quoted).join(','))
    .slice(1)
}

/** The request with every value as it was written. */
export function asWritten(request: Request) {
  const url = new URL(request.url)
  const isCall = url.pathname.startsWith('/rest/v1/rpc/')
  const given = [...url.searchParams]
  const kept = given.map(([key, value]): [string, string] => {
    if (notValues.includes(key)) return [key, value]
    // A value that begins with an operator is a filter, also of what a function answers.
    const isFilter = !isCall || /^(not\.)?(eq|neq|gte?|lte?|in|isdistinct)\./.test(value)
    return [key, isFilter ? filterAsWritten(value) : argumentAsWritten(value)]
  })
  if (kept.every(([, value], i) => value === given[i]?.[1])) return request
  url.search = new URLSearchParams(kept).toString()
  return new Request(url, request)
}
