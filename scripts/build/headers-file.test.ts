import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { headersText, policyOf, readHeaders } from './headers-file.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The directives of a policy by name. */
const read = (policy: string | null) =>
  Object.fromEntries(`${policy}`.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1)]))

const html = `<style>a{color:red}</style><script>go('<b style="x">')</script>
<script type="module" src="/assets/a.js"></script><style id="two">\nb{}\n</style>`

test('a policy allows what stands in the page, to the letter, and what comes from its own site', () => {
  const policy = policyOf('rate.html', html)
  expect(read(policy)).toEqual({
    'default-src': ["'self'"],
    'script-src': ["'self'", hashOf(`go('<b style="x">')`)],
    'style-src': ["'self'", hashOf('a{color:red}'), hashOf('\nb{}\n')],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
})

test('an API elsewhere is asked and sent to, and runs nothing here', () => {
  const policy = read(policyOf('rate.html', html, 'https://project.supabase.co'))
  for (const directive of ['connect-src', 'form-action', 'img-src']) {
    expect(policy[directive]).toContain('https://project.supabase.co')
  }
  for (const directive of ['default-src', 'script-src', 'style-src', 'worker-src']) {
    expect(policy[directive]).not.toContain('https://project.supabase.co')
  }
})

test.each(['<p style="color:red">', "<p\n style='color:red'>", '<script src="/a.js" onerror="alone()"></script>'])(
  'the build stops at %s, which no browser would apply',
  attribute => {
    expect(() => policyOf('rate.html', html + attribute)).toThrow(/rate\.html has what its policy forbids/)
  },
)

test('https alone is asked for where the site is known to be https', () => {
  const asked = (site: string) => readHeaders(headersText(() => html, { site }))('/').get('strict-transport-security')
  expect([asked(''), asked('http://hailong.test'), asked('https://hailong.test')]).toEqual([
    null,
    null,
    'max-age=31536000',
  ])
})

test('no host says a header twice, and Cloudflare takes no line over 2,000 characters', () => {
  const text = headersText(name => html.replace('go', name), { api: `https://${'a'.repeat(20)}.supabase.co` })
  const headersOf = readHeaders(text)
  for (const path of ['/', '/r/X43Q58', '/embed/offices/a', '/rated', '/assets/a.js']) {
    expect([
      path,
      headersOf(path)
        .get('content-security-policy')
        ?.match(/default-src/g),
    ]).toEqual([path, ['default-src']])
  }
  expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThan(2000)
})

test('a file with a hash in its name is kept for a year, and not that one is missing', () => {
  const headersOf = readHeaders(headersText(() => html, { assets: ['a-Bx12.js', 'b.css'] }))
  const kept = (path: string) => headersOf(path).get('cache-control')
  expect([kept('/assets/a-Bx12.js'), kept('/assets/b.css')]).toEqual(
    Array(2).fill('public, max-age=31536000, immutable'),
  )
  expect([kept('/assets/gone-Bx12.js'), kept('/assets/'), kept('/')]).toEqual([null, null, null])
})
