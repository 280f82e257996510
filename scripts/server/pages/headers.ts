import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { root } from '../../bootstrap.js'
import { everywhere, ofApi, onlyHttps, readHeaders } from '../../build/headers-file.ts'

/** Files that no page of ours has, and that are looked for where secrets were left lying: no page answers for them. */
export function isProbe(path: string) {
  const name = path.split('/').at(-1) ?? ''
  return (
    (/\/\./.test(path) && !path.startsWith('/.well-known/')) ||
    /\.(php|env|sql|bak|old|ini|ya?ml|log|asp|aspx|jsp|cgi|pem|key)$/i.test(name)
  )
}

/** Undefined when it cannot be read. */
export const decoded = (path: string) => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Vite's file server says `no-cache` of every file; a name with a hash in it never means another content. */
function keepCacheControl(response: Parameters<Connect.NextHandleFunction>[1], wanted: string) {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = rest.find(value => typeof value === 'object' && value !== null) as
      | Record<string, unknown>
      | undefined
    if (status === 200 || status === 304 || status === 206) {
      for (const name of Object.keys(headers ?? {})) if (/^cache-control$/i.test(name)) delete headers?.[name]
      response.setHeader('Cache-Control', wanted)
    }
    return (writeHead as (...all: unknown[]) => unknown)(status, ...rest)
  }) as typeof response.writeHead
}

/** Ends with a refusal, which nobody keeps. */
export function end(response: Parameters<Connect.NextHandleFunction>[1], status: number, message: string) {
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ code: `PT${status}`, message }))
}

/**
 * Says with every answer what may be done with it, as dist/_headers has it. `publicAddress`: where people find the site,
 * by the setting alone; what a request says of itself anybody can write.
 */
export function securityHeaders(
  publicAddress: () => string | null,
  file = () => readFileSync(join(root, 'dist/_headers'), 'utf8'),
): Plugin {
  const handler =
    (headersOf: ReturnType<typeof readHeaders>): Connect.NextHandleFunction =>
    (request, response, next) => {
      const [path = ''] = (request.url ?? '').split('?')
      const isApi = /^\/(rest|auth)\//.test(path)
      const headers = isApi ? Object.entries({ ...everywhere, ...ofApi }) : [...headersOf(path)]
      for (const [name, value] of [...headers, ...Object.entries(onlyHttps(publicAddress()))]) {
        if (name === 'cache-control') keepCacheControl(response, value)
        else response.setHeader(name, value)
      }
      const plain = decoded(path)
      if (plain === undefined || plain.includes('\0')) return end(response, 400, 'query_invalid')
      if (isProbe(plain)) return end(response, 404, 'not_found')
      next()
    }
  return {
    name: 'security-headers',
    // Before the files that a plugin of the build answers for.
    enforce: 'pre',
    configurePreviewServer: ({ middlewares }) => void middlewares.use(handler(readHeaders(file()))),
  }
}
