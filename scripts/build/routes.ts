// Which addresses the app has a page for, so that a web server can tell a page from one that is not there. The app's own
// list of routes says it; nothing here repeats it.

import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteObject } from 'react-router'
import { type Plugin, runnerImport } from 'vite'
import { paths } from '../../src/paths.ts'
import { root } from '../bootstrap.js'

/** The list of routes is read; the pages that it names are not. */
const withoutPages: Plugin = {
  name: 'without-pages',
  enforce: 'pre',
  resolveId: (_, importer) => (importer?.endsWith('/src/routes.tsx') ? '\0page' : undefined),
  load: id => (id === '\0page' ? 'export {}' : undefined),
}

/** `['/', '/r/:code', '/staff/offices/:code', …]`; the one that catches all the others is left out. */
export async function readRoutes() {
  const { module } = await runnerImport<{ routes: RouteObject[] }>(join(root, 'src/routes.tsx'), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [withoutPages],
  })
  return [...new Set(addressesOf(module.routes, ''))]
}

function addressesOf(routes: RouteObject[], parent: string): string[] {
  return routes.flatMap(({ path, index, children }) => {
    if (path === '*') return []
    const own = path ? `${parent}/${path}`.replace(/\/+/g, '/') : parent
    if (children) return addressesOf(children, own)
    return index || path ? [own.replace(/(.)\/$/, '$1') || '/'] : []
  })
}

/** Pages that are files of their own, by the file: the app's list names the first two as well, for links within it. */
export const ownFiles = {
  'rate.html': [paths.rate(':code'), paths.visit(':code')].map(decodeURIComponent),
  'embed.html': [paths.embed(':code')].map(decodeURIComponent),
}

/** The app's addresses that index.html answers. */
export const answeredByIndex = (routes: string[]) =>
  routes.filter(route => !Object.values(ownFiles).flat().includes(route))

/** What a host answers with, and with status 404, where there is nothing: the app, which says so with its menu. */
export const notFoundPage = '404.html'

/**
 * The file that tells hosts which page answers an address. Nothing stands there for all the others: hosts answer with
 * 404.html then. `/` is a file already.
 */
export function redirectsText(routes: string[]) {
  const lines = Object.entries({ ...ownFiles, 'index.html': answeredByIndex(routes) }).flatMap(([file, addresses]) =>
    addresses.filter(address => address !== '/').map(address => `${address} /${file} 200`),
  )
  return `${lines.join('\n')}\n`
}

/** Reads such a file: the addresses with their files. */
export const redirectLines = (text: string) =>
  text.split('\n').flatMap(line => {
    const [address, file] = line.split(' ')
    return address && file ? [{ address, file: file.slice(1) }] : []
  })

/** Answers with the file of a path, as a host does. */
export function readRedirects(text: string) {
  const rules = redirectLines(text).map(({ address, file }) => ({ pattern: patternOf(address), file: `/${file}` }))
  return (path: string) => rules.find(({ pattern }) => pattern.test(path))?.file
}

const special = /[.*+?^${}()|[\]\\]/g

/** An address of the list as a pattern, `:code` for one part of it. Letters are alike, as for the app. */
export const patternOf = (address: string) =>
  new RegExp(
    `^${address
      .replace(special, '\\$&')
      .replace(/\/:\w+/g, '/[^/?]+')
      .replace(/\/$/, '')}/?(\\?.*)?$`,
    'i',
  )

/** Writes both once the pages are there. */
export function addressesFile(routes: string[]): Plugin {
  return {
    name: 'addresses-file',
    apply: 'build',
    writeBundle({ dir = '' }) {
      writeFileSync(join(dir, '_redirects'), redirectsText(routes))
      copyFileSync(join(dir, 'index.html'), join(dir, notFoundPage))
    },
  }
}
