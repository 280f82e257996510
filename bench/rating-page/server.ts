import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request as requestFrom, type ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { createGzip, gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

type Answer = { headers: Record<string, string>; body: Buffer }

/** Every file of the folder by its path on the server, compressed before anybody is waiting for it. */
function filesOf(folder: string) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    entries.map(entry => {
      const path = join(entry.parentPath, entry.name)
      const name = `/${relative(folder, path).split(sep).join('/')}`
      return [name, answerWith(readFileSync(path), name)]
    }),
  )
}

function answerWith(content: Buffer, name: string): Answer {
  const type = types[extname(name)] ?? 'application/octet-stream'
  const cached = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers = { 'content-type': type, 'cache-control': cached }
  if (/png|woff2/.test(type)) return { headers, body: content }
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(content, { level: 9 }) }
}

/** Asks the API behind, and compresses what it answers. */
function passOn(request: IncomingMessage, response: ServerResponse, api: string) {
  const { method, headers, url = '/' } = request
  const onward = requestFrom(new URL(url, api), { method, headers: { ...headers, 'accept-encoding': 'identity' } })
  onward.on('response', answer => {
    const { 'content-length': _, ...answerHeaders } = answer.headers
    response.writeHead(answer.statusCode ?? 502, { ...answerHeaders, 'content-encoding': 'gzip' })
    answer.pipe(createGzip()).pipe(response)
  })
  onward.on('error', () => response.writeHead(502).end())
  request.pipe(onward)
}

export type Served = { url: string; close: () => void }

/**
 * Serves built pages the way a web server before Supabase would: files with gzip, the API, and for every address that
 * is no file the page that `pageOf` names.
 */
export async function serve(folder: string, pageOf: (pathname: string) => string, api: string): Promise<Served> {
  const files = filesOf(folder)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/rest/')) return passOn(request, response, api)
    const answer = files.get(pathname) ?? files.get(`/${pageOf(pathname)}`)
    if (!answer) return response.writeHead(404).end()
    response.writeHead(200, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
