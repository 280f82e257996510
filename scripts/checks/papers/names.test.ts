// What the papers name exists: paths, links and npm scripts.

import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../bootstrap.js'

const papers = [
  ...['README', 'CONTRIBUTING', 'CHANGELOG', 'SECURITY'].map(name => `${name}.md`),
  ...globSync('docs/**/*.md', { cwd: root }).map(file => file.replaceAll('\\', '/')),
  'supabase/README.md',
]
const textOf = (paper: string) => readFileSync(join(root, paper), 'utf8')

/** What a paper says in backticks, code blocks left out: those are commands. */
const inBackticks = (paper: string) =>
  [
    ...textOf(paper)
      .replace(/```.*?```/gs, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, text = '']) => text)

const folders = 'src|supabase|e2e|scripts|bench|docs|public|\\.github|\\.ci'

/** `src/i18n/<language>/rate.json` names a file in some folder; made when the system runs: supabase/.temp. */
const patternOf = (path: string) => path.replace(/<\w+>/g, '*')

function isMissing(text: string) {
  if (!new RegExp(`^(?:${folders})/[^\\s{}…]*$`).test(text) || text.startsWith('supabase/.temp')) return false
  // An invented name in a recipe has no folder of its own yet.
  if (/<feature>/.test(text)) return !existsSync(join(root, dirname(text.split('<')[0] ?? '')))
  return globSync(patternOf(text), { cwd: root }).length === 0
}

test.each(papers)('every path that %s names exists', paper => {
  expect(inBackticks(paper).filter(isMissing)).toEqual([])
})

test.each(papers)('every link within the project in %s leads to a file', paper => {
  const links = [...textOf(paper).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, to = '']) => to)
  expect(links.filter(to => !existsSync(join(root, dirname(paper), to)))).toEqual([])
})

test('every npm script that a paper names is in package.json, and every script that people run is named', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = papers.flatMap(paper => [...textOf(paper).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name))
  expect(named.filter(name => !(name in scripts))).toEqual([])
  expect(Object.keys(scripts).filter(name => !['start', 'test', ...named].includes(name))).toEqual([])
})

test('the README is read on one screen', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(90)
})
