// What a built script asks of a browser, read from its syntax tree.

import { parseAst } from 'vite'

type Node = { type: string; start: number; end: number } & Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'

/** A part of a program, what it is part of and as what, and in how many functions it stands. */
type Place = { node: Node; parent?: Node; key: string; depth: number }

function* nodesIn(code: string): Generator<Place> {
  const waiting: Place[] = [{ node: parseAst(code) as unknown as Node, key: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    const { node: parent } = next
    const depth = next.depth + Number(/Function/.test(parent.type))
    for (const [key, value] of Object.entries(parent))
      for (const node of Array.isArray(value) ? value : [value])
        if (isNode(node)) waiting.push({ node, parent, key, depth })
  }
}

const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? String(node.name) : undefined)
const isGlobal = (node: unknown) => /^(window|globalThis|self)$/.test(nameOf(node) ?? '')

/** Whether an identifier is read, and is not the name of a property. */
const isRead = (parent: Node | undefined, key: string) =>
  !(parent?.type === 'MemberExpression' && key === 'property' && !parent.computed) &&
  !((parent?.type === 'Property' || parent?.type === 'MethodDefinition') && key === 'key')

/** Names as they are called: `.at()`, `Object.hasOwn`, `structuredClone`. */
function callsIn({ node, parent, key }: Place): string[] {
  if (node.type === 'Identifier' && isRead(parent, key)) return [String(node.name)]
  if (node.type !== 'MemberExpression' || node.computed) return []
  const member = nameOf(node.property) ?? ''
  const owner = nameOf(node.object)
  const called = parent?.type === 'CallExpression' && key === 'callee' ? [`.${member}()`] : []
  if (isGlobal(node.object)) return [...called, member]
  // `globalThis.navigator.locks`
  const inner =
    isNode(node.object) && node.object.type === 'MemberExpression' ? nameOf(node.object.property) : undefined
  return [...called, `${owner ?? inner}.${member}`]
}

/** A name as it stands in a program: instances are not called by their class. */
export const asCalled = (name: string) => {
  const [owner, member] = name.split('.prototype.')
  if (member === undefined) return name
  return owner === 'Navigator' ? `navigator.${member}` : `.${member}()`
}

/** Which of these names a script uses. */
export function namesUsed(code: string, names: string[]) {
  const used = new Set([...nodesIn(code)].flatMap(callsIn))
  return names.filter(name => used.has(asCalled(name)))
}

const assignments = ['??=', '||=', '&&=']
const newTypes = ['StaticBlock', 'PropertyDefinition', 'PrivateIdentifier', 'ExportAllDeclaration', 'ImportAttribute']

function newSyntax({ node, depth }: Place) {
  if (newTypes.includes(node.type)) return node.type
  if (node.type === 'AssignmentExpression' && assignments.includes(String(node.operator))) return String(node.operator)
  if (node.type === 'AwaitExpression' && depth === 0) return 'await outside a function'
  if (node.type !== 'Literal') return undefined
  if ('bigint' in node && node.bigint) return 'a bigint'
  if (typeof node.value === 'number' && String(node.raw).includes('_')) return 'a number with underscores'
  const regex = node.regex as { pattern: string; flags: string } | undefined
  const pattern = regex?.pattern ?? (typeof node.value === 'string' ? node.value : '')
  if (/\(\?<[=!]/.test(pattern)) return `looking behind: ${pattern}`
  return regex && /[dv]/.test(regex.flags) ? `the flags ${regex.flags}` : undefined
}

/** Syntax that Chrome 80 or Safari 13.1 cannot parse, and which the build should have rewritten. */
export const syntaxTooNew = (code: string) => [...new Set([...nodesIn(code)].flatMap(place => newSyntax(place) ?? []))]

/** Selectors that Chrome 80 or Safari 13.1 does not know: in a style the rule is lost, in a script it ends with an error. */
export const newSelectors =
  /:has\(|:focus-visible|:is\(|:where\(|:not\([^()]*[, >][^()]*\)|::backdrop|:modal|:popover-open|:user-(in)?valid/

const asking = /^(querySelector(All)?|matches|closest)$/

function newSelector({ node, parent, key }: Place) {
  const callee = parent?.callee
  if (key !== 'arguments' || !isNode(callee) || !asking.test(nameOf(callee.property) ?? '')) return undefined
  const pieces = (node.quasis ?? []) as { value: { raw: string } }[]
  const written = node.type === 'Literal' ? String(node.value) : pieces.map(({ value }) => value.raw).join('')
  return newSelectors.test(written) ? written : undefined
}

/** The selectors by which a script asks for elements, of those that the oldest browsers refuse. */
export const selectorsTooNew = (code: string) => [
  ...new Set([...nodesIn(code)].flatMap(place => newSelector(place) ?? [])),
]
