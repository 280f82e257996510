import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

vi.stubGlobal('location', { origin: 'https://hailong.example' })

const { offices } = await import('./offices')
const { parIndex, parMeans, planFigures, planIndicators } = await import('./plan')
const { preloadedPaths } = await import('./preloaded-queries')
const { satisfactionBy } = await import('./satisfaction')
const { settings } = await import('./settings')

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what the document asks for is, letter by letter, what its page asks for', async () => {
  const asked: string[] = []
  const answers = async (url: string) => {
    asked.push(url.replace('https://hailong.example/rest/v1/', ''))
    return new Response('[]')
  }
  vi.stubGlobal('fetch', answers)
  const client = new QueryClient()
  const recent = { headline: true }
  const queries = [satisfactionBy('all', recent), satisfactionBy('office', recent), satisfactionBy('month')]
  for (const query of queries) await client.fetchQuery(query)
  await client.fetchQuery(settings)
  await client.fetchQuery(offices)
  expect(preloadedPaths['/results']?.toSorted()).toEqual(asked.toSorted())
  for (const path of preloadedPaths['/'] ?? []) expect(asked).toContain(path)
  asked.length = 0
  for (const query of [planIndicators, parIndex, parMeans, settings, offices])
    await client.fetchQuery({ ...(query as typeof offices), staleTime: 0 })
  await client.fetchQuery(planFigures())
  expect(preloadedPaths['/plan']?.toSorted()).toEqual(asked.toSorted())
})

test('a preloaded answer is taken once', async () => {
  const [path = ''] = preloadedPaths['/results'] ?? []
  const answer = [{ key: 'all', n: 12, verdict: 'met' }]
  vi.stubGlobal('preloadedAnswers', new Map([[path, Promise.resolve(answer)]]))
  vi.stubGlobal('fetch', async () => new Response('[]'))
  const client = new QueryClient()
  const headline = satisfactionBy('all', { headline: true })
  expect(await client.fetchQuery(headline)).toMatchObject(answer)
  expect(await client.fetchQuery({ ...headline, staleTime: 0 })).toEqual([])
})
