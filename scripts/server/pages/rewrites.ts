import type { Plugin } from 'vite'
import { ownFiles, patternOf } from '../../build/routes.ts'

/** With hot reload there is no build whose list of addresses could be read: the page in another site's frame by itself. */
export const rewrites: Plugin = {
  name: 'rewrites',
  configureServer: ({ middlewares }) => {
    const patterns = ownFiles['embed.html'].map(patternOf)
    middlewares.use((request, _, next) => {
      const [path = '', query] = (request.url ?? '').split('?')
      if (patterns.some(pattern => pattern.test(path)))
        request.url = `/embed.html${query === undefined ? '' : `?${query}`}`
      next()
    })
  },
}
