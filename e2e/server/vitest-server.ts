import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { newFolder, type Served, startServer } from '../../scripts/checks/test-server.ts'
import { prepareSecrets } from '../../scripts/server/secrets.ts'

export const { publishableKey, secretKey } = prepareSecrets()

/**
 * A server for one file of tests, which may end it and start it again: started before the first test, ended after the last.
 * Its data lie in a folder of its own.
 */
export function serveForTests(environment: Record<string, string> = {}) {
  const folder = newFolder()
  let server: Served | undefined
  const running = () => {
    if (!server) throw new Error('The server has not been started.')
    return server
  }
  const start = async () => {
    server = await startServer(folder, ['--no-demo'], environment)
  }
  beforeAll(start)
  afterAll(async () => {
    await server?.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    start,
    end: (signal: NodeJS.Signals) => running().end(signal),
    url: (path = '') => running().url + path,
    output: () => running().output(),
    async call(name: string, body: unknown, key = publishableKey) {
      const headers = { apikey: key, 'content-type': 'application/json' }
      const asked = { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await fetch(`${running().url}/rest/v1/rpc/${name}`, asked)
      return { status: response.status, body: await response.json() }
    },
  }
}

/** A UUID v7 (RFC 9562) of this moment. */
export function newRatingId() {
  const instant = Date.now().toString(16).padStart(12, '0')
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${randomUUID().slice(15)}`
}
