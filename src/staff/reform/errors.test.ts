import { describe, expect, test } from 'vitest'
import type { Office } from '../../data/offices'
import { emptyDraft } from './draft'
import { errorsIn } from './errors'

const office = (code: string, parent_code: string | null, opened_on: string | null, closed_on: string | null = null) =>
  ({ code, parent_code, opened_on, closed_on }) as Office

const offices = [
  office('huyen', 'tinh', '2000-01-01'),
  office('xa-mot', 'huyen', '2000-01-01'),
  office('xa-hai', 'huyen', '2025-07-01'),
  office('xa-cu', 'huyen', '1990-01-01', '2025-06-30'),
]
const says = (closing: string[], on_date = '2026-07-01') =>
  errorsIn({ ...emptyDraft, closing, on_date }, 'closing', offices).map(one => one.key)

describe('offices that close', () => {
  test('at least one', () => expect(says([])).toEqual(['closing']))
  test('not before the day after they opened', () => {
    expect(says(['xa-hai'], '2025-07-01')).toEqual(['too_young'])
    expect(says(['xa-hai'], '2025-07-02')).toEqual([])
  })
  test('with all that are open below them', () => {
    expect(says(['huyen', 'xa-mot'])).toEqual(['offices_below'])
    expect(says(['huyen', 'xa-mot', 'xa-hai'])).toEqual([])
  })
})
