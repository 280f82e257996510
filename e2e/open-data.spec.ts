import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { paths } from '../src/paths'
import { ask } from './api'
import { type Batch, ledger } from './published'
import { test } from './rating'

type Row = Record<string, string>
const office = 'xa-cho-moi'
const file = async (name: string) => (await ask(`/rest/v1/rpc/open_csv?file=${name}`)).text
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Row[]

test('every file says what the ledger says', async () => {
  const batches = await ledger()
  const published = rowsOf(await file('batches'))
  expect(published.map(({ number, n, score_5, hash }) => [number, n, score_5, hash])).toEqual(
    (batches as (Batch & { number: number; hash: string })[]).map(({ number, n, score_5, hash }) => [
      String(number),
      String(n),
      String(score_5),
      hash,
    ]),
  )
  const sum = (rows: Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const months = rowsOf(await file('monthly_totals'))
  for (const column of ['n', 'score_1', 'score_4', 'score_5']) expect(sum(months, column)).toBe(sum(published, column))
  const answers = rowsOf(await file('batch_answers'))
  const late = (rows: Batch[]) =>
    rows.reduce(
      (total, row) => total + ((row as unknown as { details: Record<string, number> }).details['timeliness.late'] ?? 0),
      0,
    )
  expect(
    sum(
      answers.filter(({ question, answer }) => question === 'timeliness' && answer === 'late'),
      'n',
    ),
  ).toBe(late(batches))
})

test('the description is true of every row of every file', async () => {
  const { body } = await ask('/rest/v1/rpc/datapackage')
  expect(body.licenses[0].name).toBe('CC-BY-4.0')
  expect(body.profile).toBe('tabular-data-package')
  const right: Record<string, RegExp> = {
    integer: /^-?\d+$/,
    date: /^\d{4}-\d\d-\d\d$/,
    object: /^{.*}$/,
    string: /./s,
  }
  for (const { name, path, schema } of body.resources) {
    expect(name).toMatch(/^[a-z-]+$/)
    const csv = await file(path.split('file=')[1])
    const [head = ''] = csv.split('\r\n')
    expect(head.split(',')).toEqual(schema.fields.map((field: { name: string }) => field.name))
    const rows = rowsOf(csv)
    for (const { name: column, type } of schema.fields) {
      const wrong = rows.map(row => row[column] ?? '').filter(cell => cell !== '' && !right[type]?.test(cell))
      expect([name, column, wrong]).toEqual([name, column, []])
    }
    const keys = rows.map(row => schema.primaryKey?.map((column: string) => row[column]).join('|'))
    if (schema.primaryKey) expect(new Set(keys).size).toBe(rows.length)
  }
})

test('the functions answer as OpenAPI says', async () => {
  const { body } = await ask('/rest/v1/rpc/openapi')
  const examples: Record<string, string> = { by: 'month', office, file: 'fields' }
  for (const [path, { get }] of Object.entries(body.paths) as [string, { get: Described }][]) {
    const needed = get.parameters.filter(({ required }) => required).map(({ name }) => [name, examples[name] ?? ''])
    const query = new URLSearchParams(needed as [string, string][])
    const { status, headers, body: rows } = await ask(`/rest/v1/rpc${path}?${query}`)
    const [[type = '', { schema }]] = Object.entries(get.responses['200'].content) as [[string, { schema: Schema }]]
    expect([path, status, headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type])
    if (schema.items && rows.length > 0)
      expect(Object.keys(rows[0]).sort()).toEqual(Object.keys(schema.items.properties).sort())
  }
})
type Schema = { items?: { properties: object } }
type Described = {
  parameters: { name: string; required: boolean }[]
  responses: { '200': { content: Record<string, { schema: Schema }> } }
}

test('files travel compressed, may be kept, and do not travel twice', async () => {
  const first = await ask('/rest/v1/rpc/open_csv?file=batches', { headers: { 'accept-encoding': 'gzip' } })
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
  const etag = first.headers.get('etag') ?? ''
  const again = await ask('/rest/v1/rpc/open_csv?file=batches', { headers: { 'if-none-match': etag } })
  expect([again.status, again.text]).toEqual([304, ''])
  const page = await ask(paths.data(), { headers: { 'accept-encoding': 'gzip' } })
  expect(page.headers.get('content-encoding')).toBe('gzip')
})
