// Which addresses are pages. The build says it in dist/_redirects, for every way of serving, and takes it from the app's own
// list of routes; what is neither there nor a file answers 404.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { root } from '../../bootstrap.js'
import { readHeaders } from '../../build/headers-file.ts'
import { notFoundPage, readRedirects } from '../../build/routes.ts'
import { decoded, end } from './headers.ts'

const dist = join(root, 'dist')
const read = (name: string) => readFileSync(join(dist, name), 'utf8')

/** Of the platform underneath, and of Vite: not even a page stands there. */
const isInside = (path: string) => /^\/(_|@|(rest|auth|storage|realtime|functions|graphql|pg)(\/|$))/i.test(path)
const isApi = (path: string) => /^\/(rest|auth)\/v1(\/|$)/.test(path)
/** A file's name, which no person types: a missing one is no page. A procedure's code ends with a number. */
const isFile = (path: string) => path.startsWith('/assets/') || /\.[a-z][a-z0-9]*$/i.test(path)

/** The addresses of the files, those of pages without `.html` too; the app's own is none of its addresses. */
function addressesOfFiles() {
  const names = globSync('**/*', { cwd: dist, withFileTypes: true })
    .filter(entry => entry.isFile() && !/^[._]/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(dist.length))
  const pages = names.filter(name => name.endsWith('.html') && name !== '/index.html' && name !== `/${notFoundPage}`)
  return new Set(['/', ...names, ...pages.map(name => name.slice(0, -'.html'.length))])
}

/** Lets through what there is, and answers everything else. */
export const onlyKnownPages: Plugin = {
  name: 'only-known-pages',
  configurePreviewServer: ({ middlewares }) => {
    const files = addressesOfFiles()
    const fileOf = readRedirects(read('_redirects'))
    const page = read(notFoundPage)
    // The policy of another page may have been said already, by the beginning of the address.
    const headers = [...readHeaders(read('_headers'))('/')]
    const handler: Connect.NextHandleFunction = (request, response, next) => {
      const [path = ''] = (request.url ?? '').split('?')
      if (isApi(path)) return next()
      const plain = decoded(path) ?? path
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD')
        return end(response, 405, 'method_not_allowed')
      }
      // Vite's file server breaks off where the part that is asked for is none; a file is small enough to be sent whole.
      delete request.headers.range
      if (files.has(plain) || fileOf(path)) return next()
      if (!isInside(plain) && isFile(plain)) return end(response, 404, 'not_found')
      response.statusCode = 404
      response.setHeader('Cache-Control', 'no-store')
      if (isInside(plain)) return response.end()
      for (const [name, value] of headers) response.setHeader(name, value)
      response.setHeader('Content-Type', 'text/html;charset=utf-8')
      response.end(page)
    }
    middlewares.use(handler)
  },
}

/** Has Vite's file server answer an address with its file. */
export const filesOfPages: Plugin = {
  name: 'files-of-pages',
  configurePreviewServer: ({ middlewares }) => {
    const fileOf = readRedirects(read('_redirects'))
    middlewares.use((request, _, next) => {
      const [path = '', query] = (request.url ?? '').split('?')
      const file = path === '/' ? '/index.html' : fileOf(path)
      if (file) request.url = query === undefined ? file : `${file}?${query}`
      next()
    })
  },
}
