// What a chat shows of a link. Chats run no scripts, so title and description stand in the page as it is served: the
// server that `npm start` runs puts them in, and for other hosts this file writes a page for each address.
//
//   VITE_SITE_URL=https://… VITE_SUPABASE_URL=https://… VITE_SUPABASE_ANON_KEY=… node scripts/share-cards.ts

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { run } from './console.js'
import { root } from './packages.js'

type Card = { title: string; description: string }
type Api = { url: string; key: string }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The page's head with what a link to it should say. Addresses in it are whole ones: chats take no others. */
export function withCard(html: string, { title, description }: Card, site: string, path: string) {
  const [name, about] = [escaped(title), escaped(description)]
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${name}</title>`)
    .replace(/(<meta name="description" content=")[^"]*/, (_, start) => start + about)
    .replace(/(<meta property="og:title" content=")[^"]*/, (_, start) => start + name)
    .replace(/(<meta property="og:description" content=")[^"]*/, (_, start) => start + about)
    .replace(/(<meta property="og:image" content=")[^"]*/, (_, start) => `${start}${escaped(site)}/share.png`)
    .replace(/(<meta property="og:url" content=")[^"]*/, (_, start) => start + escaped(site + path))
}

/** Whose page of results an address is: of all, of an office, of a procedure; undefined for any other page. */
export function askedBy(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const [, kind, code, rest] = /^\/results(?:\/(offices|procedures)\/([^/]+))?(\/.*)?$/.exec(pathname) ?? []
  if (!/^\/results(\/|$)/.test(pathname) || (rest && rest !== '/sheet')) return undefined
  const asked = new URLSearchParams({ lng: searchParams.get('lng') ?? 'vi' })
  if (kind === 'offices') asked.set('office', decoded(code))
  if (kind === 'procedures') asked.set('procedure', decoded(code))
  return asked
}

function decoded(code = '') {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

async function cardOf(asked: URLSearchParams, { url, key }: Api): Promise<Card | null> {
  const response = await fetch(`${url}/rest/v1/rpc/share_card?${asked}`, {
    headers: { apikey: key },
    signal: AbortSignal.timeout(2_000),
  })
  return response.ok ? response.json() : null
}

/** Puts the card of the address into the page. A page without one is better than a late one. */
export function shareCards(api: Api): Plugin {
  const kept = new Map<string, { card: Card | null; until: number }>()
  async function card(asked: URLSearchParams) {
    const known = kept.get(`${asked}`)
    if (known && known.until > Date.now()) return known.card
    const found = await cardOf(asked, api).catch(() => null)
    if (kept.size > 500) kept.clear()
    kept.set(`${asked}`, { card: found, until: Date.now() + 60_000 })
    return found
  }
  return {
    name: 'share-cards',
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use(async (request, response, next) => {
        const asked = request.method === 'GET' ? askedBy(request.url ?? '/') : undefined
        const found = asked && (await card(asked))
        if (!found) return next()
        const scheme = request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
        const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        response.setHeader('Cache-Control', 'no-cache')
        response.end(withCard(html, found, `${scheme}://${request.headers.host}`, request.url ?? '/'))
      }),
  }
}

/** Writes dist/results/….html for every office and procedure there is: a web server finds it before index.html. */
async function writePages(site: string, api: Api) {
  const codes = async (table: string) => {
    const response = await fetch(`${api.url}/rest/v1/${table}?select=code&order=code&limit=5000`, {
      headers: { apikey: api.key },
    })
    return ((await response.json()) as { code: string }[]).map(({ code }) => code)
  }
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
  const paths = ['/results', ...(await codes('offices')).map(code => `/results/offices/${code}`)]
  paths.push(...(await codes('procedures')).map(code => `/results/procedures/${code}`))
  for (const path of paths) {
    const asked = askedBy(path)
    const card = asked && (await cardOf(asked, api))
    if (!card) continue
    const file = join(root, 'dist', `${path}.html`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, withCard(html, card, site, path))
  }
  console.log(`${paths.length} pages say in a chat what they show.`)
}

if (process.argv[1]?.endsWith('share-cards.ts')) {
  const { VITE_SITE_URL: site = '', VITE_SUPABASE_URL: url = '', VITE_SUPABASE_ANON_KEY: key = '' } = process.env
  await run(() => writePages(site.replace(/\/$/, ''), { url, key }))
}
