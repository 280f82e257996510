// What a chat shows of a link (Open Graph). Chats run no scripts, so title and description stand in the page as it is
// served: the server that `npm start` runs puts them in, and for other hosts scripts/admin/open-graph-pages.ts writes a
// page for each address.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { languageCodes } from '../../src/lib/language-codes.ts'
import { escapeHtml } from '../../src/lib/text/escape-html.ts'
import { root } from '../bootstrap.js'

type Card = { title: string; description: string }
export type Api = { url: string; key: string }

/**
 * The page's head with what a link to it should say. Chats take whole addresses alone, so `site` stands before them; where
 * nobody has said what it is, they stay without it, and are never what a request says of itself.
 */
export function withOpenGraph(html: string, { title, description }: Card, site: string, path: string) {
  const [name, about] = [escapeHtml(title), escapeHtml(description)]
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${name}</title>`)
    .replace(/(<meta name="description" content=")[^"]*/, (_, start) => start + about)
    .replace(/(<meta property="og:title" content=")[^"]*/, (_, start) => start + name)
    .replace(/(<meta property="og:description" content=")[^"]*/, (_, start) => start + about)
    .replace(/(<meta property="og:image" content=")[^"]*/, (_, start) => `${start}${escapeHtml(site)}/share.png`)
    .replace(/(<meta property="og:url" content=")[^"]*/, (_, start) => start + escapeHtml(site + path))
}

/** Whose page of results an address is: of all, of an office, of a procedure; undefined for any other page. */
export function readShareQuery(address: string) {
  // Written as //elsewhere/results or as a whole address, it would lead elsewhere.
  const url = URL.parse(address, 'http://localhost')
  if (url?.origin !== 'http://localhost') return undefined
  const { pathname, searchParams, search } = url
  const [, kind, code, rest] = /^\/results(?:\/(offices|procedures)\/([^/]+))?(\/.*)?$/.exec(pathname) ?? []
  if (!/^\/results(\/|$)/.test(pathname) || (rest && rest !== '/sheet')) return undefined
  const wanted = searchParams.get('lng')
  const asked = new URLSearchParams({ lng: languageCodes.find(code => code === wanted) ?? languageCodes[0] })
  if (kind === 'offices') asked.set('office', decoded(code))
  if (kind === 'procedures') asked.set('procedure', decoded(code))
  return { asked, path: pathname + search }
}

function decoded(code = '') {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

/** What the database says of a page, in the language asked for. */
export async function fetchCard(asked: URLSearchParams, { url, key }: Api): Promise<Card | null> {
  const response = await fetch(`${url}/rest/v1/rpc/share_card?${asked}`, {
    headers: { apikey: key },
    signal: AbortSignal.timeout(2_000),
  })
  return response.ok ? response.json() : null
}

/** Puts the card of the address into the page. A page without one is better than a late one. */
export function openGraph(api: Api, publicAddress: () => string | null): Plugin {
  const kept = new Map<string, { card: Card | null; until: number }>()
  async function card(asked: URLSearchParams) {
    const known = kept.get(`${asked}`)
    if (known && known.until > Date.now()) return known.card
    const found = await fetchCard(asked, api).catch(() => null)
    if (kept.size > 500) kept.clear()
    kept.set(`${asked}`, { card: found, until: Date.now() + 60_000 })
    return found
  }
  return {
    name: 'open-graph',
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use(async (request, response, next) => {
        const shared = request.method === 'GET' ? readShareQuery(request.url ?? '/') : undefined
        const found = shared && (await card(shared.asked))
        if (!found) return next()
        const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        response.setHeader('Cache-Control', 'no-cache')
        response.end(withOpenGraph(html, found, publicAddress() ?? '', shared.path))
      }),
  }
}
