// What an answer must be, whatever was asked.

import { readdirSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../bootstrap.js'
import type { Answered } from './send.ts'
import type { Asked } from './values.ts'

/** In milliseconds, on a machine that does nothing else. */
export const slowest = 1_000

/** What would tell how the system is built inside. */
const inside =
  /\bselect\b.*\bfrom\b|insert into|plpgsql|receipt_hash|node_modules|\bat .*\.[jt]s:\d|supalite|PGlite|syntax error|<pre>/i

const isDiskFull = () => {
  const { bavail, bsize } = statfsSync(process.env.TMPDIR ?? '/tmp')
  return bavail * bsize < 64 * 1024 * 1024
}

const pages = () =>
  new Set(
    readdirSync(join(root, 'dist'))
      .filter(name => name.endsWith('.html'))
      .map(name => readFileSync(join(root, 'dist', name), 'utf8')),
  )

/** Whether a text is one of the refusals: a code and a key, and nothing else. */
function isRefusal(text: string) {
  try {
    const body = JSON.parse(text)
    const isKnown = Object.keys(body).every(name => ['code', 'message', 'error_code', 'msg'].includes(name))
    return isKnown && /^[a-z]+(_[a-z]+)*$/.test(body.message) && /^[A-Za-z0-9_]+$/.test(body.code)
  } catch {
    return false
  }
}

/** Judges answers: undefined, or what is wrong with one. */
export function judge() {
  const known = pages()
  return ({ method, path }: Asked, { status, text, headers }: Answered) => {
    if (status < 100) return `no answer: ${text}`
    if (status === 503 && isRefusal(text) && isDiskFull()) return undefined
    if (status >= 500) return `status ${status}`
    if (status < 400) return undefined
    const isApi = /^\/(rest|auth)\/v1\//.test(path)
    if (method === 'HEAD' || (status === 404 && text === '' && !isApi)) return undefined
    if (inside.test(text) && !known.has(text)) return 'the refusal tells of the inside'
    const isPage = !isApi && /^text\/html/.test(`${headers['content-type']}`)
    if (isPage ? !known.has(text) : !isRefusal(text)) return `status ${status} without a key`
    return undefined
  }
}
