// The ledger's tree at /ledger/, for programs that know C2SP tlog-tiles: /ledger/checkpoint, /ledger/tile/0/000 and so on. The
// database answers; here its answers get the addresses of files.

import type { Plugin } from 'vite'
import { readTilePath } from '../../ledger/tiles.ts'
import type { Api } from '../open-graph.ts'
import { end } from './headers.ts'

const PREFIX = '/ledger/'

const ask = (api: Api, call: string) => fetch(`${api.url}/rest/v1/rpc/${call}`, { headers: { apikey: api.key } })

/** What a name below the prefix holds: its bytes, and how long they may be kept. undefined when there is nothing. */
async function contentOf(name: string, api: Api) {
  if (name === 'checkpoint') {
    const checkpoint = (await (await ask(api, 'ledger_checkpoint')).json()) as { note: string } | null
    return checkpoint?.note
      ? { body: Buffer.from(checkpoint.note), type: 'text/plain; charset=utf-8', cache: 'no-cache' }
      : undefined
  }
  const tile = readTilePath(name)
  if (!tile) return undefined
  const asked = new URLSearchParams({ ...tile, tile: String(tile.tile), width: String(tile.width) })
  const response = await ask(api, `ledger_tile?${asked}`)
  if (!response.ok) return undefined
  const kept = response.headers.get('cache-control') ?? 'no-cache'
  return {
    body: Buffer.from((await response.json()) as string, 'hex'),
    type: 'application/octet-stream',
    // A ledger of made-up ratings is cleared away one day; another only grows.
    cache: /max-age=\d{7}/.test(kept) ? `${kept}, immutable` : kept,
  }
}

export function ledgerTiles(api: Api): Plugin {
  return {
    name: 'ledger-tiles',
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use(async (request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        if (!path.startsWith(PREFIX) || !/^(GET|HEAD)$/.test(request.method ?? '')) return next()
        const found = await contentOf(path.slice(PREFIX.length), api).catch(() => undefined)
        if (!found) return end(response, 404, 'not_found')
        response.setHeader('Content-Type', found.type)
        response.setHeader('Cache-Control', found.cache)
        response.setHeader('Access-Control-Allow-Origin', '*')
        response.end(found.body)
      }),
  }
}
