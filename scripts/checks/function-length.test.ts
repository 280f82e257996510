// Biome's rule of the same limit, which editors show, leaves most lines of JSX out; here every line counts.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { root } from '../bootstrap.js'
import { programsIn } from './source-graph.ts'

const MOST = 60

type Node = { start: number; end: number }
type Call = Node & { callee: { type: string; name?: string; object?: { name?: string } }; arguments: Node[] }

/** What is given to these is a scene, and as long as its story. */
const runners = /^(describe|test|it|beforeAll|beforeEach|afterAll|afterEach)$/

/** The functions of a file with more lines than they may have: `path:line lines`. */
function longFunctions(file: string) {
  const code = readFileSync(join(root, file), 'utf8')
  const lineAt = (offset: number) => code.slice(0, offset).split('\n').length
  const scenes = new Set<number>()
  const found: string[] = []
  const look = ({ start, end }: Node) => {
    const lines = lineAt(end) - lineAt(start) + 1
    if (lines > MOST && !scenes.has(start)) found.push(`${file}:${lineAt(start)} ${lines} lines`)
  }
  new Visitor({
    CallExpression(call) {
      const { callee, arguments: given } = call as unknown as Call
      const name = callee.name ?? callee.object?.name ?? ''
      // test('…', () => …), test.describe('…', () => …), and test.each([…])('…', () => …).
      if (runners.test(name) || callee.type === 'CallExpression') for (const { start } of given) scenes.add(start)
    },
    FunctionDeclaration: look,
    FunctionExpression: look,
    ArrowFunctionExpression: look,
  }).visit(parseSync(file, code).program)
  return found
}

test('a function has at most 60 lines, JSX included', () => {
  expect(programsIn('src', 'scripts', 'e2e', 'bench', 'supabase').flatMap(longFunctions)).toEqual([])
})
