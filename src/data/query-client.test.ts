import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { queryClient } from './query-client'

afterEach(() => queryClient.clear())

/** A table in the database, whose rows are read at once and arrive when the test says so. */
function table() {
  const arriving: (() => void)[] = []
  const rows = { now: 'before' }
  const queryFn = () => {
    const read = rows.now
    return new Promise<string>(resolve => arriving.push(() => resolve(read)))
  }
  const arrive = async () => {
    for (const next of arriving.splice(0)) next()
    await new Promise(resolve => setTimeout(resolve))
  }
  return { rows, queryFn, arrive }
}

const write = (work: () => void) =>
  new MutationObserver(queryClient, { mutationFn: async () => work() }).mutate(undefined)

test('a first load that began before a write ends with what was written', async () => {
  const { rows, queryFn, arrive } = table()
  const seen = new QueryObserver(queryClient, { queryKey: ['rows'], queryFn })
  const end = seen.subscribe(() => {})
  const writing = write(() => {
    rows.now = 'after'
  })
  await new Promise(resolve => setTimeout(resolve))
  await arrive()
  await arrive()
  await writing
  expect(seen.getCurrentResult().data).toBe('after')
  end()
})

test('one that a loader began, and that nobody watches yet, is not taken for fresh', async () => {
  const { rows, queryFn, arrive } = table()
  const loading = queryClient.ensureQueryData({ queryKey: ['rows'], queryFn })
  await write(() => {
    rows.now = 'after'
  })
  await arrive()
  expect(await loading).toBe('before')
  const again = queryClient.fetchQuery({ queryKey: ['rows'], queryFn })
  await arrive()
  expect(await again).toBe('after')
})

test('what is there already is asked for again, once', async () => {
  const { rows, queryFn, arrive } = table()
  const seen = new QueryObserver(queryClient, { queryKey: ['rows'], queryFn })
  const end = seen.subscribe(() => {})
  await arrive()
  const writing = write(() => {
    rows.now = 'after'
  })
  await new Promise(resolve => setTimeout(resolve))
  await arrive()
  await writing
  expect(seen.getCurrentResult().data).toBe('after')
  expect(queryClient.isFetching()).toBe(0)
  end()
})
