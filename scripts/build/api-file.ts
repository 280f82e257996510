// The API's key of today, as a small file beside the pages. A phone may keep a page for weeks, and the page holds the key of the
// day on which it was built; when that is refused, src/data/api.ts reads this file, which nothing may keep.

import type { Connect, Plugin } from 'vite'

export const API_FILE = 'api.json'

const textOf = (key: string | undefined) => `${JSON.stringify({ key })}\n`

/** Writes the file with the build, and answers for it with the key that the server itself goes by, whatever was built. */
export function apiFile(key: string | undefined): Plugin {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const [path] = (request.url ?? '').split('?')
    if (path !== `/${API_FILE}` || key === undefined) return next()
    response.setHeader('Content-Type', 'application/json')
    response.setHeader('Cache-Control', 'no-store')
    response.end(textOf(key))
  }
  return {
    name: 'api-file',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
    generateBundle() {
      if (key !== undefined) this.emitFile({ type: 'asset', fileName: API_FILE, source: textOf(key) })
    },
  }
}
