import { expect, test } from 'vitest'
import { withAccept } from './accept.ts'

const accepted = (path: string, accept?: string) =>
  withAccept(
    new Request(`http://localhost/rest/v1/${path}`, accept === undefined ? {} : { headers: { accept } }),
  )?.headers.get('accept')

test('tables and figures are not made into CSV, and the open files are', () => {
  for (const path of ['offices', 'rpc/satisfaction', 'rpc/imports']) {
    expect(accepted(path, 'text/csv')).toBeUndefined()
    expect(accepted(path, 'Text/CSV; charset=utf-8')).toBeUndefined()
    expect(accepted(path, 'text/csv;q=0.9, application/json')).toBe('application/json')
    expect(accepted(path, 'application/json')).toBe('application/json')
  }
  expect(accepted('rpc/open_csv?file=offices', 'text/csv')).toBe('text/csv')
})

test('whoever names no form takes any, so that a file comes as the file it is', async () => {
  expect(accepted('rpc/open_csv?file=offices')).toBe('*/*')
  expect(accepted('rpc/satisfaction_badge?office=a', ' ')).toBe('*/*')
  const posted = new Request('http://localhost/rest/v1/rpc/open_csv', { method: 'POST', body: '{"file":"offices"}' })
  expect(await withAccept(posted)?.text()).toBe('{"file":"offices"}')
})
