// Imports run one way: main, routes -> app -> rate | results | feedback | staff -> data | ui | i18n -> lib. A feature is a
// folder of an area; what several features need lies in the area's shared folders.

import { expect, test } from 'vitest'
import { importsOf, programsIn } from './source-graph.ts'

const sharedFolders: Record<string, string[]> = {
  rate: ['shell', 'outbox'],
  results: ['shell', 'figures'],
  feedback: ['shell'],
  staff: ['shell', 'shared', 'records', 'pickers'],
}
const areas = Object.keys(sharedFolders)
const areaMayImport = ['data', 'ui', 'i18n', 'lib', 'paths']

/** By folder or file of src: what it may import besides its own kind. */
const mayImport: Record<string, string[]> = {
  main: ['routes', 'app', ...areas, ...areaMayImport],
  routes: ['app', ...areas, ...areaMayImport],
  app: [...areas, ...areaMayImport],
  ...Object.fromEntries(areas.map(area => [area, areaMayImport])),
  data: ['lib', 'paths'],
  ui: ['i18n', 'lib', 'paths'],
  i18n: ['lib'],
  paths: ['lib'],
  lib: [],
}

/** `src/rate/kiosk/page.tsx` -> `rate`, `kiosk`; a file of the area itself has no feature. */
function placeOf(file: string) {
  const [, layer = '', feature, ...rest] = file.replace(/\.tsx?$/, '').split('/')
  return { layer, feature: rest.length > 0 ? feature : undefined }
}

/** What is wrong with an import within src; undefined when nothing is. */
function fault(from: string, to: string) {
  if (to.startsWith('@supabase/')) return from.startsWith('src/data/') ? undefined : 'only src/data knows Supabase'
  if (!to.startsWith('src/')) return undefined
  const [here, there] = [placeOf(from), placeOf(to)]
  if (here.layer !== there.layer)
    return mayImport[here.layer]?.includes(there.layer) ? undefined : `${here.layer} never imports ${there.layer}`
  const shared = sharedFolders[here.layer]
  const isSame = here.feature === there.feature
  // A file of the area itself puts its features together; none of them knows it.
  if (!shared || isSame || !here.feature) return undefined
  return there.feature && shared.includes(there.feature) ? undefined : `features import only ${shared.join(', ')}`
}

const faultsIn = (folder: string, check: (from: string, to: string) => string | undefined) =>
  programsIn(folder).flatMap(from =>
    importsOf(from).flatMap(({ to }) => {
      const why = check(from, to)
      return why ? [`${from} -> ${to}: ${why}`] : []
    }),
  )

test('imports run one way, and features know only what their area shares', () => {
  expect(faultsIn('src', fault)).toEqual([])
})

test('a journey knows the app by its pages: e2e imports only src/paths.ts', () => {
  const check = (_: string, to: string) => (/^src\/(?!paths\.ts$)/.test(to) ? 'only src/paths.ts' : undefined)
  expect(faultsIn('e2e', check)).toEqual([])
})

test('no file imports itself round a circle', () => {
  const circles: string[] = []
  const done = new Set<string>()
  const follow = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    done.add(file)
    if (/^(src|scripts|e2e|bench|supabase)\/.*\.(tsx?|js)$/.test(file))
      for (const { to } of importsOf(file)) follow(to, [...path, file])
  }
  for (const file of programsIn('src', 'scripts', 'e2e', 'bench', 'supabase')) follow(file, [])
  expect(circles).toEqual([])
})
