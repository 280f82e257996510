import { createServer as createProbe } from 'node:net'
import compression from 'compression'
import { type Connect, createServer, type Plugin, preview } from 'vite'
import { root } from '../bootstrap.js'
import { UserError } from '../terminal.js'
import { folder } from './data-folder.ts'

export type Address = { host: string; port: number }

/** Finds out early, and not after the database has been opened, that the port cannot be had. */
export function checkPort({ host, port }: Address) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError('The port must be a number from 1 to 65535, for example: npm start -- --port 8080')
  }
  return new Promise<void>((resolve, reject) => {
    const probe = createProbe()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portError({ code, message }: NodeJS.ErrnoException, host: string, port: number) {
  const remedy = `choose another, for example: npm start -- --port ${port < 65_535 ? port + 1 : port - 1}`
  if (code === 'EADDRINUSE')
    return new UserError(`Port ${port} is taken by another program: stop that one, or ${remedy}`)
  if (code === 'EACCES') return new UserError(`Port ${port} needs more rights than this user has: ${remedy}`)
  return new UserError(`Port ${port} on ${host} cannot be used (${message}): ${remedy}`)
}

/** A hosted project's web server does this; a phone on a weak signal must not fetch three times as much from ours. */
const compressed: Plugin = {
  name: 'compressed',
  configurePreviewServer: ({ middlewares }) => void middlewares.use(compression() as Connect.NextHandleFunction),
}

/**
 * Milliseconds for which a connection without requests stays open: longer than the minute of a reverse proxy in front of
 * us. Whoever closes first must not be the server: a request that is on its way meanwhile is lost, and a lost rating is
 * sent again only by the phone.
 */
const KEPT_OPEN = 75_000

/** Serves the built app, or with `dev` the sources with hot reload, and what the plugins add. */
export async function startHttpServer({ host, port }: Address, plugins: Plugin[], dev: boolean) {
  // Any host name may lead here: nothing answers without a key, so a forged name opens nothing.
  // What other sites may read, the API says itself.
  const address = { host, port, strictPort: true, allowedHosts: true as const, cors: false as const }
  if (!dev) {
    const server = await preview({ root, preview: address, plugins: [compressed, ...plugins], logLevel: 'warn' })
    if ('keepAliveTimeout' in server.httpServer) server.httpServer.keepAliveTimeout = KEPT_OPEN
    return server
  }
  // Vite's own list, and the folder in which the database lies: in `dev` Vite hands out any other file of the project.
  const fs = { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', '**/supabase/**', `${folder}/**`] }
  const server = await createServer({ root, server: { ...address, fs }, plugins, clearScreen: false })
  return server.listen()
}

export async function waitUntilHealthy(url: string, publishableKey: string) {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const health = new URL('/rest/v1/settings?select=key&limit=1', url)
    const response = await fetch(health, { headers: { apikey: publishableKey } }).catch(() => undefined)
    if (response?.ok) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new UserError(`The server at ${url} does not answer as it should; the lines above say why.`)
}
