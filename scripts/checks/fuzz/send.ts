import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Asked } from './values.ts'

export type Answered = { status: number; headers: NodeJS.Dict<string | string[]>; text: string; took: number }

const patience = 30_000

const unpack: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
}

/** Node says the length of a body by itself only of methods that usually have one. */
const withLength = ({ method, headers, body }: Asked) =>
  body && method !== 'POST' && !headers['transfer-encoding']
    ? { ...headers, 'content-length': String(body.length) }
    : headers

/**
 * Sends requests over a few connections that are kept. Not with fetch, which would repair the path. Resolves with status 0
 * and the reason when there is no answer.
 */
export function sender(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const { hostname, port } = new URL(url)
  return (asked: Asked): Promise<Answered> => {
    const { method, path, body } = asked
    const start = performance.now()
    return new Promise(resolve => {
      const finish = (status: number, text: string, of: Answered['headers'] = {}) =>
        resolve({ status, text, headers: of, took: performance.now() - start })
      try {
        const asking = request(
          { agent, hostname, port, method, path, headers: withLength(asked), timeout: patience },
          response => {
            const parts: Buffer[] = []
            response.on('data', part => parts.push(part))
            response.on('end', () => {
              const whole = Buffer.concat(parts)
              const packing = whole.length > 0 ? `${response.headers['content-encoding']}` : ''
              const plain = unpack[packing]?.(whole) ?? whole
              finish(response.statusCode ?? 0, plain.toString(), response.headers)
            })
            response.on('error', error => finish(0, `${error}`))
          },
        )
        asking.on('timeout', () => asking.destroy(new Error(`no answer in ${patience / 1000} s`)))
        asking.on('error', error => finish(0, `${error}`))
        asking.end(body)
      } catch (error) {
        finish(-1, `${error}`)
      }
    })
  }
}
