// Which modules travel together. Who gains is a person on a slow 3G signal: a round trip takes 0.6 s there, and over
// HTTP/1.1 a browser asks for six files at a time, so a seventh file waits for a whole one (docs/decisions/rating-page.md).

import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { root } from '../bootstrap.js'
import { entries, idOf, ratingFolder } from './entries.ts'

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>
type Test = (id: string, modules: Modules) => boolean

/** All that these entries import statically, without themselves: each entry keeps a file of its own. */
function importsOf(starts: string[], modules: Modules) {
  const found = new Set<string>()
  const follow = (id: string) => {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) {
      if (found.has(imported)) continue
      found.add(imported)
      follow(imported)
    }
  }
  starts.map(idOf).forEach(follow)
  return found
}

/** Whether these entries import a module. Memoized: Rolldown knows every module by the first call. */
function isImportedBy(...starts: string[]): Test {
  let found: Set<string> | undefined
  return (id, modules) => {
    found ??= importsOf(starts, modules)
    return found.has(id)
  }
}

/** Whether a module is this entry or one that it imports. */
function isPartOf(entry: string): Test {
  const isImported = isImportedBy(entry)
  return (id, modules) => id === idOf(entry) || isImported(id, modules)
}

/** Rolldown's helpers, which every chunk may need. */
const isRuntime = (id: string) => id.includes('rolldown/runtime')

const group = (name: string, isIn: Test, priority: number) => ({
  debugName: name,
  name: (id: string, modules: Modules) => (isIn(id, modules) ? name : null),
  priority,
})

/** Of the conversation, what the public's and the office's pages start with as well. */
function parts(): Test {
  const isOfConversation = isPartOf(entries.conversation)
  const isOfApp = isImportedBy(entries.app)
  const isRating = (id: string) => id.startsWith(join(root, ratingFolder, '/'))
  const isOurs = (id: string) => id.startsWith(join(root, 'src/'))
  return (id, modules) => isOurs(id) && isOfConversation(id, modules) && (!isRating(id) || isOfApp(id, modules))
}

/** What the results start with, by who else needs it: each page has the first chunks, and few have all. */
function results() {
  const isNeeded = isImportedBy(entries.app, entries.results)
  const chunks = [
    { name: 'app', isIn: isImportedBy(entries.app) },
    { name: 'rated', isIn: isImportedBy(entries.rate, entries.receipt, entries.notFound) },
    { name: 'query', isIn: isImportedBy(entries.queries, entries.kiosk) },
    { name: 'public', isIn: isImportedBy(entries.home) },
    { name: 'results', isIn: isNeeded },
  ]
  return (id: string, modules: Modules) =>
    isNeeded(id, modules) ? (chunks.find(({ isIn }) => isIn(id, modules))?.name ?? null) : null
}

export function chunks() {
  const isOfFramework = isPartOf(entries.framework)
  return [
    group('tap', isPartOf(entries.tap), 3),
    // A phone reads this one while the others still arrive. Every page starts with it.
    group('framework', (id, modules) => isRuntime(id) || isOfFramework(id, modules), 2),
    group('parts', parts(), 1),
    group('conversation', isPartOf(entries.conversation), 0),
    { debugName: 'results', name: results() },
  ]
}
