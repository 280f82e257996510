// A server with something in between that counts what reaches it, and with which it can be down.

import { Agent, createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, test } from 'vitest'
import { isInstalled, type Kind, startWebServer, type WebServer } from '../../scripts/deploy/web-server.ts'

/** Where the tests of a change run, both are there: a missing one must not pass for a good one. */
export const isSkipped = (kind: Kind) => !isInstalled(kind) && !process.env.CI

/** Starts web servers in front of an address of the API, for one file of tests. */
export function serveBehind(kinds: Kind[], api: () => string) {
  const reached: string[] = []
  const state: { isDown: boolean; breaks?: 'before an answer' | 'in an answer' | undefined } = { isDown: false }
  const gateway = createServer((asked, answer) => {
    reached.push(`${asked.url}`)
    if (state.isDown) return answer.writeHead(500, { 'cache-control': 'public, max-age=60' }).end('{}')
    if (state.breaks === 'before an answer') return answer.destroy()
    if (state.breaks === 'in an answer') {
      answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' }).write('[')
      return setTimeout(() => answer.destroy(), 50)
    }
    const { hostname, port } = new URL(api())
    const passed = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, got => {
      answer.writeHead(got.statusCode ?? 500, got.headers)
      got.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  const running: Partial<Record<Kind, WebServer>> = {}
  beforeAll(async () => {
    await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve))
    const { port } = gateway.address() as AddressInfo
    for (const kind of kinds)
      if (!isSkipped(kind)) running[kind] = await startWebServer(kind, `http://127.0.0.1:${port}`)
  })
  afterAll(async () => {
    await Promise.all(Object.values(running).map(web => web.end()))
    agent.destroy()
    gateway.close()
  })

  /** A test in each of them that is installed. */
  function inEach(name: string, work: (web: WebServer, kind: Kind) => Promise<void>) {
    for (const kind of kinds) {
      const here = isSkipped(kind) ? test.skip : test
      here(`${kind}: ${name}`, () => work(running[kind] as WebServer, kind))
    }
  }
  return { inEach, reached, state }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
type Got = { status: number; headers: IncomingHttpHeaders; text: string }

/** One request as it is written: fetch would repair a path. */
export function get(url: string, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  const { hostname, port } = new URL(url)
  return new Promise<Got>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', part => (text += part))
      answer
        .on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        .on('error', reject)
    })
    sent.on('error', reject).end(body)
  })
}
