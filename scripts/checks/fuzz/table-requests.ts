// Requests to tables in PostgREST's query language: https://docs.postgrest.org/en/v13/references/api/tables_views.html

import type { Random } from '../../demo/random.ts'
import { someHeaders } from './headers.ts'
import { jsonBody, oddJson } from './json.ts'
import type { Column, Surface, Table } from './surface.ts'
import { type Asked, brokenPercents, numbers, oddText, percent, someText } from './values.ts'

const comparisons = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte']
const operators = [
  ...[
    ...comparisons,
    ...comparisons,
    'in',
    'is',
    'like',
    'ilike',
    'match',
    'imatch',
    'isdistinct',
    'cs',
    'cd',
    'ov',
    'sl',
  ],
  ...['sr', 'nxr', 'nxl', 'adj', 'fts', 'plfts', 'phfts(english)', 'wfts', 'fts(x)', 'eq(any)', 'like(all)', 'gt(any)'],
  ...['not.eq', 'not.in', 'not.is', 'not.not.eq', 'any', 'x', ''],
]
const casts = ['text', 'integer', 'json', 'regclass', 'date', 'x', 'text[]', 'text::integer', '']
const repeated = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
const few = (random: Random) => Math.floor(random.next() * 4)

const quoted = (random: Random, text: string) =>
  random.chance(0.2) ? `"${random.chance(0.5) ? text.replaceAll('"', '\\"') : text}"` : text

function operand(random: Random, { name, type }: Column, operator: string): string {
  const value = () => quoted(random, someText(random, name, type))
  if (random.chance(0.03)) return ''
  if (/in$|any|all/.test(operator)) {
    const list = repeated(random.chance(0.02) ? 400 : few(random), value).join(',')
    return operator.endsWith('in') ? `(${list}${random.chance(0.9) ? ')' : ''}` : `{${list}}`
  }
  if (/is$/.test(operator)) return random.pick(['null', 'true', 'false', 'unknown', 'not_null', 'NULL', 'x', value()])
  if (/^(cs|cd|ov|sl|sr|nx|adj)/.test(operator))
    return random.pick(['{a,b}', '[1,2)', '(,)', '(2,1)', '{"a":1}', '[2026-01-01,2026-02-30]', 'empty', value()])
  return value()
}

/** A column as it stands in a filter: plain, with a path into its JSON, cast, or of another table. */
function reference(random: Random, table: Table) {
  const { name } = columnOf(random, table)
  const kind = random.weighted({ plain: 12, path: 2, cast: 1, other: 1, odd: 1 })
  if (kind === 'path')
    return name + random.pick(['->a', '->>a', '->0', '->>-1', '->a->>b', '->>', '->', '->>"', '->a::integer'])
  if (kind === 'cast') return `${name}::${random.pick(casts)}`
  if (kind === 'other')
    return random.pick(['fields.name', 'offices.code', 'x.y.z', `${table.name}.${name}`, 'count', 'count()'])
  return kind === 'odd' ? oddText(random) : name
}

const columnOf = (random: Random, { columns }: Table) => random.pick(columns)

function condition(random: Random, table: Table) {
  const operator = random.pick(operators)
  return `${operator}.${operand(random, columnOf(random, table), operator)}`
}

function logic(random: Random, table: Table, depth: number): string {
  const parts = repeated(1 + few(random), () =>
    depth > 0 && random.chance(0.5)
      ? `${random.pick(['and', 'or', 'not.and', 'not.or', 'xor'])}${logic(random, table, depth - 1)}`
      : `${reference(random, table)}.${condition(random, table)}`,
  )
  return `(${parts.join(',')}${random.chance(0.95) ? ')' : ''}`
}

function embedding(random: Random, { tables }: Surface, depth: number): string {
  const { name, columns } = random.pick(tables)
  const hint = random.pick(['', '', '', '!inner', '!left', '!x', `!${name}_office_code_fkey`])
  const inner = depth > 0 ? `,${embedding(random, { tables, functions: [] }, depth - 1)}` : ''
  return `${random.pick(['', '', '...', 'a:'])}${name}${hint}(${random.pick(['*', '', columns[0]?.name ?? ''])}${inner})`
}

function selection(random: Random, surface: Surface, table: Table) {
  const one = () => {
    const kind = random.weighted({ column: 10, all: 2, reference: 3, embedding: 2, aggregate: 1, alias: 1, odd: 0.5 })
    const { name } = columnOf(random, table)
    if (kind === 'all') return '*'
    if (kind === 'reference') return reference(random, table)
    if (kind === 'embedding') return embedding(random, surface, random.pick([0, 0, 1, 3, 20]))
    if (kind === 'aggregate')
      return random.pick(['count()', `${name}.sum()`, `${name}.max()::text`, `x:${name}.avg()`, 'sum()'])
    if (kind === 'alias') return `${random.pick(['a', '"a b"', 'ư', '', '1'])}:${name}`
    return kind === 'odd' ? oddText(random) : name
  }
  return repeated(1 + few(random), one).join(random.chance(0.97) ? ',' : ',,')
}

function order(random: Random, table: Table) {
  const direction = () => random.pick(['', '.asc', '.desc', '.nullsfirst', '.desc.nullslast', '.asc.desc', '.x', '.'])
  return repeated(1 + few(random), () => `${reference(random, table)}${direction()}`).join(',')
}

function parameters(random: Random, surface: Surface, table: Table): [string, string][] {
  const all: [string, string][] = []
  if (random.chance(0.6)) all.push(['select', selection(random, surface, table)])
  for (let left = few(random); left > 0; left--) all.push([reference(random, table), condition(random, table)])
  if (random.chance(0.2))
    all.push([
      random.pick(['or', 'and', 'not.or', 'not.and', 'fields.or']),
      logic(random, table, random.pick([0, 1, 1, 2, 4])),
    ])
  if (random.chance(0.01)) all.push(['or', `${'(and'.repeat(300)}(code.eq.x)${')'.repeat(300)}`])
  if (random.chance(0.3)) all.push(['order', order(random, table)])
  if (random.chance(0.4))
    all.push(['limit', random.pick(['0', '1', '10', '1000', '1001', '', 'x', 'null', ...numbers])])
  if (random.chance(0.2)) all.push(['offset', random.pick(['0', '10', '100000', ...numbers])])
  if (random.chance(0.06)) all.push([random.pick(['columns', 'on_conflict']), reference(random, table)])
  if (random.chance(0.03)) all.push([oddText(random), oddText(random)])
  return all
}

/** The parameters in an address, some of them broken after they were encoded. */
export function queryText(random: Random, all: [string, string][]) {
  const text = all.map(([key, value]) => `${percent(key)}=${percent(value)}`).join('&')
  if (!random.chance(0.04)) return text && `?${text}`
  const at = Math.floor(random.next() * text.length)
  return `?${text.slice(0, at)}${random.pick(brokenPercents)}${text.slice(at)}`
}

function pathOf(random: Random, { name }: Table) {
  const plain = `/rest/v1/${name}`
  if (!random.chance(0.06)) return plain
  return random.pick([
    ...[
      `${plain}/`,
      `/rest/v1//${name}`,
      `/rest/v1/${name.toUpperCase()}`,
      `/rest/v1/public.${name}`,
      `/rest/v1/${name}%00`,
    ],
    ...[`/rest/v1/./${name}`, `/rest/v1/x/../${name}`, `/rest/v1/${random.pick(brokenPercents)}`, `/rest/v1/"${name}"`],
    ...[
      `/rest/v1/${percent(name.replace('s', '%73'))}`,
      '/rest/v1/',
      '/rest/v1',
      '/rest/v1/rpc',
      '/rest/v1/rpc/',
      `/REST/v1/${name}`,
    ],
    ...[`/rest/v1/private.ratings`, `/rest/v1/${percent(oddText(random))}`, `${plain}/1`, `${plain};x=y`],
  ])
}

const writes = ['POST', 'PATCH', 'PUT', 'DELETE']

export function tableRequest(random: Random, surface: Surface): Asked {
  const table = random.pick(surface.tables)
  const path = pathOf(random, table) + queryText(random, parameters(random, surface, table))
  const method = random.chance(0.88)
    ? 'GET'
    : random.pick(['HEAD', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY', ...writes, ...writes])
  const headers = someHeaders(random)
  if (!writes.includes(method)) return { method, path, headers }
  const members = table.columns.map(({ name }): [string, string] => [name, oddJson(random)])
  return { method, path, headers: { 'content-type': 'application/json', ...headers }, body: jsonBody(random, members) }
}
