import { expect, test } from 'vitest'
import { readFilters, selectionIn } from './filter-params'

const selection = (search: string) => selectionIn(new URLSearchParams(search))

test('with nothing chosen the question is about the last twelve months', () => {
  expect(selection('')).toEqual({ headline: true })
  expect(selection('lng=km')).toEqual({ headline: true })
  expect(selection('channel=postal&predecessors=1')).toEqual({ channel: 'postal', predecessors: true, headline: true })
})

test('all time is a choice like any other period', () => {
  expect(selection('period=all')).toEqual({ period: 'all' })
  expect(readFilters(new URLSearchParams('period=all&field=ho-tich'))).toEqual({ field: 'ho-tich' })
  expect(selection('period=2026-Q2')).toEqual({ period: '2026-Q2', from: '2026-04', to: '2026-06' })
})

test('a period that is none is as if nothing were chosen', () => {
  for (const period of ['', '2026-Q9', '2026-13', 'ALL', 'all ', "' or 1=1", 'headline']) {
    expect(selection(new URLSearchParams({ period }).toString())).toEqual({ headline: true })
  }
})
