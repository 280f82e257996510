// Who imports whom, read from the sources themselves and not from a bundler.

import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'
import { root } from '../bootstrap.js'

export type Import = {
  /** A path from the project's root, or the name of a package. */
  to: string
  /** `type` vanishes when the program is compiled, `dynamic` is loaded when it is first asked for. */
  kind: 'static' | 'dynamic' | 'type'
}

const isFile = (path: string) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()

/** The file that a specifier means, as Vite resolves it; throws for one that leads nowhere. */
function resolved(from: string, specifier: string) {
  if (!specifier.startsWith('.')) return specifier
  const [name = ''] = specifier.split('?')
  const path = normalize(join(dirname(from), name)).replaceAll('\\', '/')
  const found = [path, `${path}.ts`, `${path}.tsx`, `${path}.d.ts`].find(isFile)
  if (!found) throw new Error(`${from} imports ${specifier}, which is no file`)
  return found
}

/** All that a TypeScript or JavaScript file imports or exports again, in the order in which it stands there. */
export function importsOf(file: string): Import[] {
  const code = readFileSync(join(root, file), 'utf8')
  const { module, errors } = parseSync(file, code)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const areTypes = (entries: { isType: boolean }[]) => entries.length > 0 && entries.every(({ isType }) => isType)
  const found: [string, Import['kind']][] = []
  for (const { moduleRequest, entries } of module.staticImports)
    found.push([moduleRequest.value, areTypes(entries) ? 'type' : 'static'])
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push([moduleRequest.value, isType ? 'type' : 'static'])
  for (const { moduleRequest } of module.dynamicImports) {
    const written = code.slice(moduleRequest.start, moduleRequest.end)
    // An address that is known only when the program runs is nobody's file.
    if (/^['"]/.test(written)) found.push([written.slice(1, -1), 'dynamic'])
  }
  return found.map(([specifier, kind]) => ({ to: resolved(file, specifier), kind }))
}

const isProgram = (file: string) => /\.(tsx?|js)$/.test(file) && !file.endsWith('.d.ts')

/** The programs of these folders, tests included. */
export const programsIn = (...folders: string[]) =>
  globSync(
    folders.map(folder => `${folder}/**/*.{ts,tsx,js}`),
    { cwd: root },
  )
    .map(file => file.replaceAll('\\', '/'))
    .filter(isProgram)
    .sort()

/** A file and all of ours that it imports statically. */
export function closureOf(start: string) {
  const found = new Set<string>()
  const follow = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    if (!isProgram(file)) return
    for (const { to, kind } of importsOf(file)) if (kind === 'static' && isFile(to)) follow(to)
  }
  follow(start)
  return found
}
