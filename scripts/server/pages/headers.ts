import type { Connect, Plugin } from 'vite'

/** Only the page that is made for it stands in another site's frame: in a frame a tap can be stolen. */
const frameRule = (path: string) => `frame-ancestors ${/^\/embed[/.]/.test(path) ? '*' : "'none'"}`

/** What every answer says, pages, files and the API; public/_headers says the same to hosts that read such a file. */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  // The address of a visit is a secret: other pages, and our own API, are told the site alone.
  'Referrer-Policy': 'strict-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

const year = 31_536_000

/** Files that no page of ours has, and that are looked for where secrets were left lying: no page answers for them. */
export function isProbe(path: string) {
  const name = path.split('/').at(-1) ?? ''
  return (
    (/\/\./.test(path) && !path.startsWith('/.well-known/')) ||
    /\.(php|env|sql|bak|old|ini|ya?ml|log|asp|aspx|jsp|cgi|pem|key)$/i.test(name)
  )
}

const decoded = (path: string) => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Vite's file server says `no-cache` of every file; a name with a hash in it never means another content. */
function keepForever(response: Parameters<Connect.NextHandleFunction>[1]) {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = rest.find(value => typeof value === 'object' && value !== null) as
      | Record<string, unknown>
      | undefined
    if (status === 200 || status === 304 || status === 206) {
      for (const name of Object.keys(headers ?? {})) if (/^cache-control$/i.test(name)) delete headers?.[name]
      response.setHeader('Cache-Control', `public, max-age=${year}, immutable`)
    }
    return (writeHead as (...all: unknown[]) => unknown)(status, ...rest)
  }) as typeof response.writeHead
}

const answer: Connect.NextHandleFunction = (request, response, next) => {
  const [path = ''] = (request.url ?? '').split('?')
  for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', frameRule(path))
  const plain = decoded(path)
  if (plain === undefined || plain.includes('\0')) return end(response, 400, 'query_invalid')
  if (isProbe(plain)) return end(response, 404, 'not_found')
  if (path.startsWith('/assets/')) keepForever(response)
  next()
}

function end(response: Parameters<Connect.NextHandleFunction>[1], status: number, message: string) {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ code: `PT${status}`, message }))
}

export const securityHeaders: Plugin = {
  name: 'security-headers',
  configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
}
