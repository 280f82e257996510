import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../bootstrap.js'
import { allowedJoins, isModest, withLimit } from './query.ts'

const at = (path: string) => new URL(`/rest/v1/${path}`, 'http://localhost')

test.each([
  'offices?select=code,batches(number,offices(code,batches(number)))&code=eq.xa-cho-moi',
  'procedures?select=*,offerings(*)',
  'procedures?select=code&select=*,offerings(*)',
  'procedures?select=*%2Cofferings%28*%29',
  'offerings?select=procedures!inner(code,name,offerings(*))',
  'offerings?select=procedures!inner(code,name)&select=procedures(offerings(*))',
  'procedures?select=...offerings(office_code)',
  'batches?order=offices(name)',
  'procedures?select=code::regclass',
  'procedures?select="x',
  'batches?or=(and(or(n.gt.1,n.lt.2),n.gt.3),n.gt.4)',
  `batches?${'n=gt.1&'.repeat(31)}`,
  `batches?hash=eq.${'a'.repeat(5000)}`,
  'procedures?name=match.(a*)*%5C1b',
  'procedures?name=not.imatch.(.*)(.*)%5C1%5C2x',
  'procedures?name=match(any).{a,b}',
  'procedures?name=MATCH.a',
  'procedures?or=(code.eq.1,name.match.(a*)*%5C1b)',
  'procedures?not.and=(name.not.imatch.a)',
  'procedures?and=(or(name.match.a,name.eq.b))',
  'rpc/satisfaction?by=all&label=match.(a*)*%5C1b',
  'offices?select=xmin',
  'offices?select=code,at:xmin',
  'offices?select=XMIN',
  'batches?order=ctid.desc',
  'batches?xmax=eq.0',
  'batches?or=(tableoid.gt.1,cmin.lt.2)',
  '%',
  '%F0%28%8C%28',
  'offices?code=eq.%00',
])('%s asks for too much', path => {
  expect(isModest(at(path))).toBe(false)
})

test.each([
  'offices?select=*&order=code&offset=0&limit=1000',
  'settings?select=key%2Cvalue&key=in.(release_hour,last_release_on)',
  'batches?or=(n.gt.1,and(n.gt.2,n.lt.9))',
  'rpc/share_card?lng=vi&office=xa-cho-moi',
  'audit_log?who=ilike.%25a::b(c%25&order=id.desc',
  'audit_log?who=ilike.%25match.(a%25',
  'procedures?name=eq.xmin',
  'rpc/counter_page?code=X43Q58',
])('%s is what pages ask', path => {
  expect(isModest(at(path))).toBe(true)
})

test('the joins that pages ask for are allowed, and no others', () => {
  const files = globSync('src/data/*.ts', { cwd: root }).map(file => readFileSync(join(root, file), 'utf8'))
  const asked = files.flatMap(text =>
    [...text.matchAll(/select(?:\(|: )'([^']*\([^']*)'/g)].map(([, columns]) => columns),
  )
  expect(asked.sort()).toEqual(allowedJoins.toSorted())
  for (const columns of allowedJoins)
    expect(isModest(at(`procedures?select=${encodeURIComponent(columns)}`))).toBe(true)
})

test('nobody gets more than a thousand rows at once', async () => {
  const limited = withLimit(new Request(at('batches?limit=100000&select=n'), { headers: { apikey: 'x' } }))
  expect(new URL(limited.url).searchParams.get('limit')).toBe('1000')
  expect(limited.headers.get('apikey')).toBe('x')
  const plain = new Request(at('batches?limit=10'))
  expect(withLimit(plain)).toBe(plain)
})

test('no sign that no text can hold, in a name or in a value', () => {
  for (const query of ['%00=eq.1', 'f%00%1D=neq.x', 'code=eq.%00', 'select=code%00', 'order=%00'])
    expect([query, isModest(new URL(`http://localhost/rest/v1/offices?${query}`))]).toEqual([query, false])
})
