// The two addresses that are no file of the build, as public/_redirects says them to other hosts.

import type { Connect, Plugin } from 'vite'

const rewrite =
  (prefix: RegExp, file: string): Connect.NextHandleFunction =>
  (request, _, next) => {
    const [path = '', query] = (request.url ?? '').split('?')
    if (prefix.test(path)) request.url = `/${file}${query === undefined ? '' : `?${query}`}`
    next()
  }

const toRate = rewrite(/^\/[rv]\//, 'rate.html')
const toEmbed = rewrite(/^\/embed\//, 'embed.html')

/** Answers a rating's address with rate.html, which only a build has, and the page in another site's frame with embed.html. */
export const rewrites: Plugin = {
  name: 'rewrites',
  configureServer: ({ middlewares }) => void middlewares.use(toEmbed),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(toRate).use(toEmbed),
}
