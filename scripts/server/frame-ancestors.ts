import type { Plugin } from 'vite'

/** Only the page that is made for it stands in another site's frame: in a frame a tap can be stolen. */
const frameRule = (path: string) => `frame-ancestors ${/^\/embed[/.]/.test(path) ? '*' : "'none'"}`

/** The same as public/_headers says to hosts that read such a file. */
export const frameAncestors: Plugin = {
  name: 'frame-ancestors',
  configurePreviewServer: ({ middlewares }) =>
    void middlewares.use((request, response, next) => {
      const [path = ''] = (request.url ?? '').split('?')
      response.setHeader('Content-Security-Policy', frameRule(path))
      next()
    }),
}
