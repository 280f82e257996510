// What nginx and Caddy are told of the pages, made from the same two files that hosts read: dist/_headers and dist/_redirects.
// docs/servers/ has the configuration that includes it; a test starts both servers and asks them.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { everywhere, headerRules, ofApi } from './headers-file.ts'
import { patternOf, redirectLines } from './routes.ts'

/** Every type that a file of the build has, so that a browser need not guess; text is UTF-8. */
export const fileTypes: Record<string, string[]> = {
  'text/html; charset=utf-8': ['html'],
  'text/css; charset=utf-8': ['css'],
  'text/javascript; charset=utf-8': ['js'],
  'text/plain; charset=utf-8': ['txt'],
  'application/json': ['json'],
  'application/manifest+json': ['webmanifest'],
  'image/svg+xml': ['svg'],
  'image/png': ['png'],
  'font/woff2': ['woff2'],
  'font/woff': ['woff'],
  'audio/mpeg': ['mp3'],
}

/** Without a rule of its own a file is asked for again each time: what it is called says nothing of what is in it. */
const askAgain = 'no-cache'

/** The header's value at every address that has one of its own; '' where it is taken back. */
function valuesOf(name: string, text: string) {
  const rules = headerRules(text)
  const general = rules.find(({ at }) => at === '/*')?.set[name] ?? ''
  const special = rules.flatMap(({ at, set, dropped }) => {
    const value = set[name] ?? (dropped.includes(name) ? '' : undefined)
    return at === '/*' || value === undefined ? [] : [{ at, value }]
  })
  return { general, special }
}

const names = (text: string) => [...new Set(headerRules(text).flatMap(({ set }) => Object.keys(set)))]

const variableOf = (name: string) => `$hai_long_${name.toLowerCase().replaceAll('-', '_')}`
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
/** `/r/*` as nginx knows it, and an address without a star as it is. */
const matching = (at: string) => (at.endsWith('*') ? `~^${at.slice(0, -1).replaceAll('.', '\\.')}` : at)

/** An address as a pattern of paths, in which both servers need no sign before a stroke. */
const sourceOf = (address: string) => patternOf(address).source.replace('(\\?.*)?', '').replaceAll('\\/', '/')

const keptUnless = 'Cache-Control'

/** For the http part of nginx: what an address is answered with. */
export function nginxMaps(headers: string, redirects: string, key: string) {
  const lines = ['# Made by the build: see docs/run-it.md. Include it in the http part.']
  // Names of files are long, and there are many.
  lines.push('map_hash_bucket_size 256;', 'map_hash_max_size 8192;')
  for (const name of names(headers)) {
    const { general, special } = valuesOf(name, headers)
    const isKept = name === keptUnless
    const variable = variableOf(name)
    lines.push(`map $uri ${variable}${isKept ? '_of_file' : ''} {`, '  volatile;')
    lines.push(`  default ${quoted(general || (isKept ? askAgain : ''))};`)
    for (const { at, value } of special) lines.push(`  ${quoted(matching(at))} ${quoted(value)};`)
    lines.push('}')
    // An error page is nobody's to keep.
    if (isKept)
      lines.push(
        `map $status ${variable} {`,
        '  volatile;',
        `  default ${variable}_of_file;`,
        '  "~^[45]" "no-store";',
        '}',
      )
  }
  lines.push('map $uri $hai_long_page {', '  default "";', '  "/" "/index.html";')
  for (const { address, file } of redirectLines(redirects))
    lines.push(`  ${quoted(`~*${sourceOf(address)}`)} "/${file}";`)
  lines.push('}', '# The publishable key, with which nginx asks for the version of what is published.')
  lines.push(`map "" $hai_long_key { default ${quoted(key)}; }`)
  return `${lines.join('\n')}\n`
}

/** For a server of nginx: every answer's headers, types, compression. */
export function nginxServer(headers: string) {
  const types = Object.entries(fileTypes).map(([type, endings]) => `  ${type.split(';')[0]} ${endings.join(' ')};`)
  const texts = Object.keys(fileTypes).map(type => type.split(';')[0])
  const compressed = texts.filter(type => type !== 'text/html' && !/png|woff|mpeg/.test(`${type}`))
  return [
    '# Made by the build: see docs/run-it.md. Include it in the server part.',
    'types {',
    ...types,
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    'charset_types text/css text/javascript text/plain;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    'gzip_min_length 512;',
    `gzip_types ${compressed.join(' ')} text/csv;`,
    ...names(headers).map(name => `add_header ${name} ${variableOf(name)} always;`),
    '',
  ].join('\n')
}

/** For the API's part of nginx: what the server says of pages does not hold there. */
export function nginxApi() {
  const said = { ...everywhere, ...ofApi }
  return [
    '# Made by the build: see docs/run-it.md. Include it where the API is passed on.',
    ...Object.keys(said).map(name => `proxy_hide_header ${name};`),
    ...Object.entries(said).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
    '',
  ].join('\n')
}

/** For Caddy: two parts, of pages and of the API. Nothing is said twice: its order of rules is by the length of the address. */
export function caddyParts(headers: string, redirects: string) {
  const lines = ['# Made by the build: see docs/run-it.md.', '(hai_long_pages) {']
  let n = 0
  const say = (matcher: string, name: string, value: string) => {
    n += 1
    lines.push(`\t@said${n} ${matcher}`, `\theader @said${n} ${name} ${quotedForCaddy(value)}`)
  }
  for (const name of names(headers)) {
    const { general, special } = valuesOf(name, headers)
    for (const [value, rules] of Map.groupBy(special, rule => rule.value))
      if (value) say(`path ${rules.map(({ at }) => at).join(' ')}`, name, value)
    const others = general || (name === keptUnless ? askAgain : '')
    if (others) say(special.length > 0 ? `not path ${special.map(({ at }) => at).join(' ')}` : 'path /*', name, others)
  }
  for (const [type, endings] of Object.entries(fileTypes))
    if (!type.startsWith('text/html'))
      say(`path ${endings.map(ending => `*.${ending}`).join(' ')}`, 'Content-Type', type)
  for (const [file, rules] of Map.groupBy(redirectLines(redirects), rule => rule.file)) {
    n += 1
    const patterns = rules.map(({ address }) => sourceOf(address))
    lines.push(
      `\t@page${n} path_regexp (?i)${patterns.map(pattern => `(?:${pattern})`).join('|')}`,
      `\trewrite @page${n} /${file}`,
    )
  }
  lines.push('}', '(hai_long_not_found) {')
  for (const name of names(headers)) {
    const { general } = valuesOf(name, headers)
    lines.push(`\theader ${name} ${quotedForCaddy(name === keptUnless ? 'no-store' : general)}`)
  }
  lines.push('\theader Content-Type "text/html; charset=utf-8"', '}', '(hai_long_api) {')
  for (const [name, value] of Object.entries({ ...everywhere, ...ofApi }))
    lines.push(`\theader ${name} ${quotedForCaddy(value)}`)
  lines.push('}', '(hai_long_api_hidden) {')
  for (const name of Object.keys({ ...everywhere, ...ofApi })) lines.push(`\theader_down -${name}`)
  lines.push('}')
  return `${lines.join('\n')}\n`
}

const quotedForCaddy = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Writes them once the two files are there. */
export function serverFiles(key: string): Plugin {
  return {
    name: 'server-files',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '' }) {
        const [headers, redirects] = ['_headers', '_redirects'].map(name => readFileSync(join(dir, name), 'utf8'))
        if (headers === undefined || redirects === undefined) return
        writeFileSync(join(dir, '_nginx-maps.conf'), nginxMaps(headers, redirects, key))
        writeFileSync(join(dir, '_nginx-server.conf'), nginxServer(headers))
        writeFileSync(join(dir, '_nginx-api.conf'), nginxApi())
        writeFileSync(join(dir, '_caddy.conf'), caddyParts(headers, redirects))
      },
    },
  }
}
