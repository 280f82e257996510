import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connect, PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isProbe, securityHeaders } from './headers.ts'

const handlers: Connect.NextHandleFunction[] = []
const configure = securityHeaders.configurePreviewServer as (server: PreviewServer) => void
configure({
  middlewares: { use: (handler: Connect.NextHandleFunction) => handlers.push(handler) },
} as unknown as PreviewServer)

// As Vite's file server answers.
const server = createServer((request, response) =>
  handlers[0]?.(request as Connect.IncomingMessage, response, () => {
    response.writeHead(200, { 'Cache-Control': 'no-cache' })
    response.end()
  }),
)
let url = ''
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test('every page says how little may be done with it', async () => {
  const { headers } = await fetch(`${url}/staff`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('strict-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('cache-control')).toBe('no-cache')
})

test('a file whose name is its hash is kept for a year', async () => {
  const { headers } = await fetch(`${url}/assets/main-Bx12.js`)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('no page answers for files that only an attacker looks for', async () => {
  for (const path of ['/.env', '/%2eenv', '/.git/config', '/wp-login.php', '/backup.sql']) {
    expect([path, (await fetch(url + path)).status]).toEqual([path, 404])
  }
  expect((await fetch(`${url}/%F0%28`)).status).toBe(400)
  expect(['/results/procedures/1.001193', '/r/X43Q58', '/manifest.webmanifest'].filter(isProbe)).toEqual([])
})
