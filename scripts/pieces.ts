// Which modules travel together. Every further file would cost a phone a round trip, and it may ask for six at a time.

import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { root } from './packages.js'

/** The script that keeps a tap, in one file: a phone on HTTP/1.1 asks for six at a time. */
const keptByTheTap =
  /src\/(rate\/(tap|visit|device|outbox|store|disk-store|indexed-db|redated|world)|data\/(places|ratings|rpc|api|problem)|lib\/crockford|i18n\/languages)\.ts|node_modules\/uuid/

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>

/** All that these modules import from the start, without themselves. */
function importedBy(starts: string[], modules: Modules) {
  const found = new Set<string>()
  const follow = (id: string) => {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) {
      if (found.has(imported)) continue
      found.add(imported)
      follow(imported)
    }
  }
  for (const start of starts) follow(join(root, 'src', start))
  return found
}

/** The same, found out when the first module is asked about: then all of them are known. */
function onceImportedBy(...starts: string[]) {
  let found: Set<string> | undefined
  return (id: string, modules: Modules) => {
    found ??= importedBy(starts, modules)
    return found.has(id)
  }
}

/** A module and all that it imports, or what of it has such an address. */
function pieceOf(name: string, start: string, address = /^/) {
  const isImported = onceImportedBy(start)
  const isIn = (id: string, modules: Modules) =>
    id === join(root, 'src', start) || id.includes('rolldown/runtime') || isImported(id, modules)
  return (id: string, modules: Modules) => (address.test(id) && isIn(id, modules) ? name : null)
}

/** Of the conversation, what the public's and the office's pages start with as well. */
const neededAnywhere = /src\/(?!rate\/)|src\/rate\/(half-done|outbox-notice)/

/** What the results start with, by who else needs it: each page has the first pieces, and few have all. */
function results() {
  const isNeeded = onceImportedBy('main.tsx', 'results/results-page.tsx')
  const pieces = [
    { name: 'app', isIn: onceImportedBy('main.tsx') },
    { name: 'rated', isIn: onceImportedBy('rate/rate-route.tsx', 'rate/receipt-page.tsx', 'not-found-page.tsx') },
    { name: 'query', isIn: onceImportedBy('data/query-layout.tsx', 'rate/kiosk-page.tsx') },
    { name: 'public', isIn: onceImportedBy('results/home-page.tsx') },
    { name: 'results', isIn: isNeeded },
  ]
  return (id: string, modules: Modules) =>
    isNeeded(id, modules) ? (pieces.find(({ isIn }) => isIn(id, modules))?.name ?? null) : null
}

export const pieces = () => [
  { name: 'tap', test: keptByTheTap, priority: 3 },
  // A phone reads this one while the others still arrive. Every page starts with it.
  { debugName: 'framework', name: pieceOf('framework', 'rate/framework.ts'), priority: 2 },
  { debugName: 'parts', name: pieceOf('parts', 'rate/start.tsx', neededAnywhere), priority: 1 },
  { debugName: 'conversation', name: pieceOf('conversation', 'rate/start.tsx') },
  { debugName: 'results', name: results() },
]
