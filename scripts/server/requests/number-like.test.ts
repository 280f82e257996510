import { expect, test } from 'vitest'
import { asWritten } from './number-like.ts'

const read = (path: string) =>
  [...new URL(asWritten(new Request(`http://localhost/rest/v1/${path}`)).url).searchParams].map(([, value]) => value)

test.each([
  ['procedures?code=eq.2.000720', 'eq."2.000720"'],
  ['procedures?code=not.neq.1.10', 'not.neq."1.10"'],
  ['procedures?code=in.(2.000720,1.001193,x)', 'in.("2.000720",1.001193,x)'],
  [
    'procedures?or=(code.eq.2.000720,and(code.eq.1.50,code.in.(0x10,b)))',
    '(code.eq."2.000720",and(code.eq."1.50",code.in.("0x10",b)))',
  ],
  ['procedures?code=eq.%222.000720%22', 'eq."2.000720"'],
  ['procedures?code=eq.1.001193', 'eq.1.001193'],
  ['batches?number=gte.10', 'gte.10'],
  ['batches?released_on=eq.2026-01-01', 'eq.2026-01-01'],
  ['fields?name=eq.a.eq.1.50', 'eq.a.eq.1.50'],
  ['rpc/satisfaction?procedure=2.000720', '"2.000720"'],
  ['rpc/satisfaction?procedure=1.001193', '1.001193'],
  ['rpc/satisfaction?office=', ''],
  ['rpc/satisfaction?headline=true', '"true"'],
  ['rpc/satisfaction?office=null', '"null"'],
  ['offices?closed_on=is.null', 'is.null'],
])('%s', (path, value) => {
  expect(read(path)).toEqual([value])
})

test('columns, limits and a request without any stay as they are', () => {
  const request = new Request('http://localhost/rest/v1/fields?select=1.50&order=1.50&limit=010')
  expect(asWritten(request)).toBe(request)
})
