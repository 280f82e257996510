import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/bootstrap.js'
import { publishableKey, secretKey, serveForTests } from './vitest-server.ts'

const server = serveForTests()

const addresses: Record<string, string[]> = {
  'index.html': ['/', '/results', '/results/offices/xa-cho-moi', '/staff/settings'],
  '404.html': ['/nowhere', '/404.html'],
  'rate.html': ['/r/X43Q58', '/v/F0RMV1S1TA', '/rate.html'],
  'rated.html': ['/rated.html'],
  'not-rated.html': ['/not-rated.html'],
  'embed.html': ['/embed/offices/xa-cho-moi'],
}

const pages = globSync('*.html', { cwd: join(root, 'dist') })

test('every page of the build is known here', () => {
  expect(pages.toSorted()).toEqual(Object.keys(addresses).toSorted())
})

test.each(pages)('%s comes with a policy that knows all that stands in it, and allows nothing else', async name => {
  const built = readFileSync(join(root, 'dist', name), 'utf8')
  for (const path of addresses[name] ?? []) {
    const response = await fetch(server.url() + path)
    const html = await response.text()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).not.toMatch(/unsafe|\*(?!$)|https?:/)
    for (const [tag, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      const inline = [...html.matchAll(new RegExp(`<${tag}(?![^>]* src=)[^>]*>([^]*?)</${tag}>`, 'g'))]
      const hashes = inline.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      const [, allowed] = new RegExp(`${directive} ([^;]+)`).exec(policy) ?? []
      expect([path, allowed?.split(' ').toSorted()]).toEqual([path, ["'self'", ...new Set(hashes)].toSorted()])
    }
  }
  expect(built).not.toMatch(/<[a-z][^<>]*\s(on[a-z]+|style)="/i)
})

/** What the server answers to a request that says of itself what it likes: fetch would not let it. */
function asked(path: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(server.url())
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, response => {
      let text = ''
      response.on('data', chunk => (text += chunk))
      response.on('end', () => resolve({ headers: response.headers, text }))
    })
    sent.on('error', reject).end()
  })
}

const evil = {
  host: 'evil.example',
  origin: 'https://evil.example',
  referer: 'https://evil.example/',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
}
const card = async (path: string) => {
  const { headers, text } = await asked(path, evil)
  expect(text).not.toContain('evil.example')
  const said = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]*)`).exec(text)?.[1]
  return { url: said('url'), image: said('image'), https: headers['strict-transport-security'] }
}

test('what a link shows, and whether the site is https, is never what a request says of itself', async () => {
  const path = '/results/offices/xa-cho-moi'
  expect(await card(`${path}?lng=en`)).toEqual({ url: `${path}?lng=en`, image: '/share.png', https: undefined })
  for (const elsewhere of ['//evil.example/results', 'http://evil.example/results', '/\\evil.example/results', '//']) {
    expect(await card(elsewhere)).toMatchObject({ image: '/share.png', https: undefined })
  }

  const headers = { apikey: secretKey, 'content-type': 'application/json' }
  const body = JSON.stringify({ key: 'public_address', value: '"https://hailong.test"', seen: 'null' })
  expect((await fetch(`${server.url()}/rest/v1/rpc/save_setting`, { method: 'POST', headers, body })).status).toBe(204)
  await expect
    .poll(() => card(path), { timeout: 20_000 })
    .toEqual({
      url: `https://hailong.test${path}`,
      image: 'https://hailong.test/share.png',
      https: 'max-age=31536000',
    })
})

test('nothing that the API answers is a page', async () => {
  const { headers } = await fetch(`${server.url()}/rest/v1/fields`, { headers: { apikey: publishableKey } })
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('a file that the server writes itself comes with every header, too', async () => {
  const { headers } = await fetch(`${server.url()}/api.json`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain('frame-ancestors')
  expect(headers.get('cache-control')).toBe('no-store')
})

test('a connection stays open for longer than the minute of a proxy in front', async () => {
  const { headers } = await asked('/api.json', { connection: 'keep-alive' })
  expect(headers['keep-alive']).toBe('timeout=75')
})
