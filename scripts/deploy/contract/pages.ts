import { createHash } from 'node:crypto'
import { type Answer, ask, type Check, type Site, told } from './site.ts'

const headersFile =
  'Serve dist/ with the headers of dist/_headers: docs/servers/ has the files for nginx and Caddy, and docs/run-it.md says how.'
const addresses =
  'Answer each address of dist/_redirects with the file beside it, and everything else with 404.html and status 404.'

const page = (site: Site, path: string, headers: Record<string, string> = {}) =>
  ask(site.url + path, { headers: { accept: 'text/html,*/*', ...headers } })

/** An address of every kind: the first page, deep links, the pages that are files of their own. */
const deep = [
  '/',
  '/results',
  '/results/offices/none',
  '/results/procedures/1.001193',
  '/procedures',
  '/data',
  '/method',
  '/plan',
]
const rated = ['/r/000000', '/v/AAAAAAAAAA', '/rated.html', '/not-rated.html']
const others = ['/receipt', '/feedback/new', '/kiosk/000000', '/staff', '/staff/settings', '/privacy']
const framed = '/embed/offices/none'

async function answerAddresses(site: Site) {
  const faults: string[] = []
  for (const path of [...deep, ...rated, ...others, framed]) {
    const { status, headers, text } = await page(site, path)
    const isPage = headers.get('content-type')?.startsWith('text/html') && /<title>/.test(text)
    if (status !== 200 || !isPage) faults.push(`${path}: status ${status}, ${headers.get('content-type')}`)
  }
  for (const path of [
    '/nowhere',
    '/results/nowhere/x',
    '/_headers',
    '/_redirects',
    '/.env',
    '/_system',
    '/graphql/v1',
  ]) {
    const { status } = await page(site, path)
    if (status !== 404) faults.push(`${path}: status ${status} instead of 404`)
  }
  return told(faults)
}

const directives = (policy: string) =>
  Object.fromEntries(policy.split(/;\s*/).map(part => [part.split(' ')[0], part.split(' ').slice(1)]))
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What of the policy of a page does not hold: everything that stands in it is known by its hash, and nothing else runs. */
function policyFault({ headers, text }: Answer, ancestors: string) {
  const policy = headers.get('content-security-policy')
  if (!policy) return 'no Content-Security-Policy'
  if (/unsafe-|https?:\/\/\*|data:(?=[^;]*script)/.test(policy)) return `a policy that allows too much: ${policy}`
  const said = directives(policy)
  if (said['frame-ancestors']?.join(' ') !== ancestors) return `frame-ancestors ${said['frame-ancestors'] ?? 'missing'}`
  if (said['object-src']?.[0] !== "'none'" || said['base-uri']?.[0] !== "'none'")
    return 'object-src or base-uri is open'
  for (const [tag, directive] of [
    ['script', 'script-src'],
    ['style', 'style-src'],
  ] as const) {
    const inline = [...text.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
    const unknown = inline.find(([, content = '']) => !said[directive]?.includes(hashOf(content)))
    if (unknown) return `a ${tag} in the page is not the one that ${directive} knows`
  }
  return undefined
}

const onEveryAnswer = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(strict-origin|same-origin|no-referrer)$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\)/,
}

async function tellBrowsers(site: Site) {
  const faults: string[] = []
  for (const path of [...deep, ...rated, ...others, '/nowhere']) {
    const answer = await page(site, path)
    const fault = policyFault(answer, "'none'")
    if (fault) faults.push(`${path}: ${fault}`)
    if (answer.headers.get('x-frame-options') !== 'DENY') faults.push(`${path}: X-Frame-Options`)
  }
  const frame = await page(site, framed)
  const fault = policyFault(frame, '*')
  if (fault || frame.headers.has('x-frame-options')) faults.push(`${framed}: ${fault ?? 'X-Frame-Options'}`)
  const api = await ask(`${site.api}/rest/v1/fields?limit=1`, { headers: { apikey: site.publishableKey } })
  const everywhere = [
    ...(await Promise.all(
      ['/', '/sw.js', '/icon.svg', '/api.json', '/nowhere'].map(async path => [path, await page(site, path)] as const),
    )),
    // A project's own address says what its owner lets it say.
    ...(site.api === site.url ? [['/rest/v1/fields', api] as const] : []),
  ]
  for (const [path, { headers }] of everywhere) {
    for (const [name, wanted] of Object.entries(onEveryAnswer))
      if (!wanted.test(headers.get(name) ?? '')) faults.push(`${path}: ${name} ${headers.get(name) ?? 'missing'}`)
    if (site.url.startsWith('https:') && !headers.has('strict-transport-security'))
      faults.push(`${path}: no Strict-Transport-Security`)
  }
  return told(faults)
}

const types = {
  '/sw.js': /^(text|application)\/javascript/,
  '/icon.svg': /^image\/svg\+xml/,
  '/icon-192.png': /^image\/png/,
  '/manifest.webmanifest': /^application\/manifest\+json/,
  '/api.json': /^application\/json/,
  '/robots.txt': /^text\/plain/,
}

/** Files by their type and by how long they are kept: a name with a hash for ever, the rest asked for again. */
async function serveFiles(site: Site) {
  const faults: string[] = []
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await page(site, path)
    if (status !== 200 || !type.test(headers.get('content-type') ?? ''))
      faults.push(`${path}: status ${status}, ${headers.get('content-type')}`)
  }
  const { text } = await page(site, '/')
  const assets = [...new Set([...text.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([name]) => name))]
  if (assets.length === 0) faults.push('the first page names no file of assets/')
  for (const path of assets.slice(0, 3)) {
    const { status, headers } = await page(site, path, { 'accept-encoding': 'gzip' })
    if (status !== 200 || !/immutable/.test(headers.get('cache-control') ?? ''))
      faults.push(`${path}: Cache-Control ${headers.get('cache-control')}`)
    if (headers.get('content-encoding') !== 'gzip') faults.push(`${path}: not compressed`)
  }
  const gone = await page(site, '/assets/gone-Bx12.js')
  if (gone.status !== 404 || /max-age=[1-9]/.test(gone.headers.get('cache-control') ?? ''))
    faults.push(`a file that is gone: status ${gone.status}, Cache-Control ${gone.headers.get('cache-control')}`)
  for (const path of ['/', '/sw.js', '/r/000000']) {
    const kept = (await page(site, path)).headers.get('cache-control') ?? 'missing'
    if (!/no-cache|no-store|max-age=0/.test(kept)) faults.push(`${path}: Cache-Control ${kept}`)
  }
  return told(faults)
}

async function tellKey(site: Site) {
  const { body, headers } = await page(site, '/api.json')
  if (!/no-store/.test(headers.get('cache-control') ?? ''))
    return `/api.json may be kept: ${headers.get('cache-control')}`
  if (body?.key !== site.publishableKey) return 'another key than the one that was named here'
  const { text } = await page(site, '/')
  // The secret one opens everything.
  return /sb_secret_|service_role/.test(text) ? 'the page holds a secret key' : undefined
}

/** What web servers do for the pages, whichever it is. */
export const pages: Check[] = [
  { name: 'pages, deep links, and 404 for everything else', remedy: addresses, attempt: answerAddresses },
  {
    name: 'the headers that tell browsers what may run, and where it may be framed',
    remedy: headersFile,
    attempt: tellBrowsers,
  },
  {
    name: 'files with their types, compressed, kept for as long as they are right',
    remedy: headersFile,
    attempt: serveFiles,
  },
  {
    name: 'phones with an old page find the key of today',
    remedy: 'Build again with the publishable key of this project (VITE_SUPABASE_ANON_KEY).',
    attempt: tellKey,
  },
]
