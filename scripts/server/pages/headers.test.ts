import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connect, PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headersText } from '../../build/headers-file.ts'
import { isProbe, securityHeaders } from './headers.ts'

const handlers: Connect.NextHandleFunction[] = []
let publicAddress: string | null = null
const page = (name: string) => `<title>${name}</title><script>'${name}'</script>`
const plugin = securityHeaders(
  () => publicAddress,
  () => headersText(page, { assets: ['main-Bx12.js'] }),
)
const configure = plugin.configurePreviewServer as (server: PreviewServer) => void
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

const policy = async (path: string) => (await fetch(url + path)).headers.get('content-security-policy') ?? ''

test('every page says how little may be done with it', async () => {
  const { headers } = await fetch(`${url}/staff`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('strict-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('cache-control')).toBe('no-cache')
})

test('each address has the policy of its page, and the API one under which nothing runs', async () => {
  const index = await policy('/results')
  for (const path of ['/', '/staff/settings', '/assets/main-Bx12.js']) expect(await policy(path)).toBe(index)
  const rate = await policy('/rate.html')
  for (const path of ['/r/X43Q58', '/v/F0RMV1S1TA?lng=en', '/rate']) expect(await policy(path)).toBe(rate)
  expect(new Set([index, rate, await policy('/rated.html'), await policy('/not-rated')]).size).toBe(4)
  for (const path of ['/rest/v1/offices', '/auth/v1/otp']) {
    expect(await policy(path)).toBe("default-src 'none'; frame-ancestors 'none'")
  }
})

test('one page alone stands in a frame', async () => {
  for (const path of ['/embed/offices/xa-cho-moi', '/embed.html']) {
    const { headers } = await fetch(url + path)
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/)
    expect(headers.has('x-frame-options')).toBe(false)
  }
  expect(await policy('/embedded')).toMatch(/frame-ancestors 'none'$/)
})

test('https alone is asked for where the setting says https, whatever a request says', async () => {
  const sent = { 'x-forwarded-proto': 'https', host: 'evil.example', origin: 'https://evil.example' }
  const asked = async () => (await fetch(`${url}/`, { headers: sent })).headers.get('strict-transport-security')
  expect(await asked()).toBeNull()
  publicAddress = 'http://hailong.test'
  expect(await asked()).toBeNull()
  publicAddress = 'https://hailong.test'
  expect(await asked()).toBe('max-age=31536000')
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
