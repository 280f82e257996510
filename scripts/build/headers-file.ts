// dist/_headers: what browsers are told with every page of what it may do. It is the one list for every way of serving:
// hosts that read such a file take it as it is (Cloudflare Pages, Netlify), and our own server reads it at its start
// (scripts/server/pages/headers.ts).

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { API_FILE } from './api-file.ts'

/** What every answer says, pages, files and the API. */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  // The address of a visit is a secret: other pages, and our own API, are told the site alone.
  'Referrer-Policy': 'strict-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Nothing that the API answers is a page. */
export const ofApi = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
}

const YEAR = 31_536_000

/** For a site whose own address is https, and for no other: a browser would look for a server that is not there. */
export const onlyHttps = (site: string | null): Record<string, string> =>
  site?.startsWith('https://') ? { 'Strict-Transport-Security': `max-age=${YEAR}` } : {}

/** Where a page of the build answers, as dist/_redirects has it; index.html answers everywhere else. */
const addresses: Record<string, string[]> = {
  'rate.html': ['/r/*', '/v/*', '/rate', '/rate.html'],
  'rated.html': ['/rated', '/rated.html'],
  'not-rated.html': ['/not-rated', '/not-rated.html'],
  'embed.html': ['/embed/*', '/embed', '/embed.html'],
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The hashes of what a browser runs or applies though it stands in the page itself. */
function inlineHashes(html: string, tag: 'script' | 'style') {
  const parts = html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))
  return [...new Set([...parts].map(([, text = '']) => hashOf(text)))]
}

/** Attributes have no hash: no browser would run such a handler or apply such a style. Throws, so that the build tells. */
function refuseAttributes(name: string, html: string) {
  const tags = html.replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, '$1')
  const [found] = /<[a-z][^<>]*\s(on[a-z]+|style)=/i.exec(tags) ?? []
  if (found) throw new Error(`${name} has what its policy forbids: ${found}`)
}

/** `api`: the origin of the API where it is not the page's own. */
export function policyOf(name: string, html: string, api = '') {
  refuseAttributes(name, html)
  const self = ["'self'", ...(api ? [api] : [])].join(' ')
  return Object.entries({
    'default-src': "'self'",
    'script-src': ["'self'", ...inlineHashes(html, 'script')].join(' '),
    'style-src': ["'self'", ...inlineHashes(html, 'style')].join(' '),
    // data: an agency's logo. blob: a chart on its way to a file.
    'img-src': `${self} data: blob:`,
    'connect-src': self,
    // blob: workbooks are unpacked by workers of the library that reads them.
    'worker-src': name === 'index.html' ? "'self' blob:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': self,
    // In a frame a tap can be stolen: only the page that is made for it stands in another site's.
    'frame-ancestors': name === 'embed.html' ? '*' : "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

type About = {
  api?: string
  /** The address at which people find the site, when that is known. */
  site?: string
  /** The names of the files whose names hold a hash of what is in them. */
  assets?: string[]
}

/** The file. `read` gives a page of the build. */
export function headersText(read: (name: string) => string, { api = '', site = '', assets = [] }: About = {}) {
  const general = {
    'Content-Security-Policy': policyOf('index.html', read('index.html'), api),
    'X-Frame-Options': 'DENY',
    ...everywhere,
    ...onlyHttps(site),
  }
  const lines = ['/*', ...Object.entries(general).map(([name, value]) => `  ${name}: ${value}`)]
  for (const [name, paths] of Object.entries(addresses)) {
    const policy = policyOf(name, read(name), api)
    // With `!` a host forgets what an earlier rule said; one that does not know it lets the later rule win.
    const own = ['  ! Content-Security-Policy', `  Content-Security-Policy: ${policy}`]
    if (name === 'embed.html') own.unshift('  ! X-Frame-Options')
    for (const path of paths) lines.push(path, ...own)
  }
  lines.push(`/${API_FILE}`, '  Cache-Control: no-store')
  // Each by its name: under the folder's, a host would have browsers keep for a year that a file is not there, which an
  // older page asks for. They stand last, since some hosts read the first hundred rules.
  for (const name of assets) lines.push(`/assets/${name}`, `  Cache-Control: public, max-age=${YEAR}, immutable`)
  return `${lines.join('\n')}\n`
}

/** Reads such a file: what each rule sets, and what of an earlier one it takes back. */
export function headerRules(text: string) {
  const rules: { at: string; set: Record<string, string>; dropped: string[] }[] = []
  for (const line of text.split('\n').filter(Boolean)) {
    const [, dropped, name, value] = /^\s+(?:! (.+)|([^:]+): (.+))$/.exec(line) ?? []
    const rule = rules.at(-1)
    if (!/^\s/.test(line)) rules.push({ at: line, set: {}, dropped: [] })
    else if (dropped) rule?.dropped.push(dropped)
    else if (rule && name && value) rule.set[name] = value
  }
  return rules
}

/** Answers with the headers of a path, as a host does that knows `!`. */
export function readHeaders(text: string) {
  const rules = headerRules(text)
  return (path: string) => {
    const headers = new Headers()
    for (const { at, set, dropped } of rules) {
      if (at.endsWith('*') ? !path.startsWith(at.slice(0, -1)) : path !== at) continue
      for (const name of dropped) headers.delete(name)
      for (const [name, value] of Object.entries(set)) headers.append(name, value)
    }
    return headers
  }
}

/** Writes the file once the pages are there. */
export function headersFile(about: { api: string; site: string }): Plugin {
  return {
    name: 'headers-file',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const read = (name: string) => readFileSync(join(dir, name), 'utf8')
      const assets = readdirSync(join(dir, 'assets')).toSorted()
      writeFileSync(join(dir, '_headers'), headersText(read, { ...about, assets }))
    },
  }
}
