// What the papers and the comments name exists: paths, links and npm scripts.

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../bootstrap.js'
import { generated } from '../../build/generate/lists.ts'

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

/** Made by the build or by the API; no file of ours. */
const served = ['404.html', 'rate.html', 'rated.html', 'not-rated.html', 'batches.csv', 'datapackage.json']

const sources = globSync(`{src,supabase,e2e,scripts,bench,.github}/**/*.{ts,tsx,js,css,sql,html,yml}`, { cwd: root })
  .filter(file => !/node_modules|\.temp/.test(file))
  .map(file => file.replaceAll('\\', '/'))
const files = [...sources, ...globSync(['*.*', '{src,supabase,e2e,scripts,bench,docs,public}/**/*.*'], { cwd: root })]

const commentsIn = (code: string) => code.match(/(?<=^|[\s{(])(?:\/\*.*?\*\/|(?:\/\/|--\s)[^\n]*)|<!--.*?-->/gs) ?? []

/** A file by its path, or by the end of it: `src/data/client.ts`, `client.ts`. */
const isKnown = (name: string) =>
  served.includes(name) || files.some(file => file === name || file.endsWith(`/${name.replace(/^(\.{1,2}\/)+/, '')}`))

test('every file that a comment names exists', () => {
  const gone = sources.flatMap(source =>
    commentsIn(readFileSync(join(root, source), 'utf8')).flatMap(comment =>
      (comment.match(/(?<![\w/.:@*<>-])[\w@.-]*(?:\/[\w.-]+)*[\w-]\.(?:tsx?|js|css|sql|json|md|html|csv)\b/g) ?? [])
        .filter(name => !isKnown(name))
        .map(name => `${source}: ${name}`),
    ),
  )
  expect(sources.length).toBeGreaterThan(500)
  expect(gone).toEqual([])
})

test('every npm script that a paper names is in package.json, and every script that people run is named', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = papers.flatMap(paper => [...textOf(paper).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name))
  expect(named.filter(name => !(name in scripts))).toEqual([])
  expect(Object.keys(scripts).filter(name => !['start', 'test', ...named].includes(name))).toEqual([])
})

test.each(papers)(
  '%s runs our TypeScript on the Node that is installed here: the system may have an older one',
  paper => {
    const commands = textOf(paper).match(/(?:npx )?\bnode (?:bench|scripts|supabase)\/[\w./-]+\.ts/g) ?? []
    expect(commands.filter(command => !command.startsWith('npx '))).toEqual([])
  },
)

test('CONTRIBUTING names every file that is generated', () => {
  const paths = generated.map(({ path }) => path)
  expect(paths.filter(path => !textOf('CONTRIBUTING.md').includes(`\`${path}\``))).toEqual([])
})

/** How many words of prose a person reads in a minute on a phone. */
const PACE = 200

test('the map of the README has every area of src/', () => {
  const rows = [...textOf('README.md').matchAll(/^\| `src\/([\w-]+)\/` /gm)].map(([, name]) => name)
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(rows.toSorted()).toEqual(folders.map(({ name }) => name).toSorted())
})

test('the README is read on one screen, and on a phone in three minutes', () => {
  const text = textOf('README.md')
  expect(text.split('\n').length).toBeLessThanOrEqual(90)
  // The lines and bars of tables are no words.
  expect(text.match(/\S*\p{L}\S*/gu)?.length).toBeLessThanOrEqual(3 * PACE)
})
