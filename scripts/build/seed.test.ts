import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  birthRegistrationCounter,
  communeProcedures,
  communes,
  counters,
  procedures,
  units,
  usualProcedures,
} from './reference-data.ts'
import { seedFiles, slug } from './seed.ts'

const supabase = new URL('../../supabase/', import.meta.url)

test.each(Object.entries(seedFiles))('%s is what the reference files give', (file, sql) => {
  expect(readFileSync(new URL(file, supabase), 'utf8')).toBe(sql)
})

test('the Supabase tools run the same files in the same order', () => {
  const paths = Object.keys(seedFiles).map(file => `"./${file}"`)
  expect(readFileSync(new URL('config.toml', supabase), 'utf8')).toContain(`sql_paths = [${paths.join(', ')}]`)
})

test('the reference data is complete: 27 units, 6 communes, 61 procedures of which 57 belong to a commune', () => {
  expect([units.length, communes.length, procedures.length, communeProcedures.length]).toEqual([27, 6, 61, 57])
})

test('a code on a poster is six characters that nobody misreads and that spell no word', () => {
  for (const { code } of counters) {
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXZ]{6}$/)
    expect(code).not.toMatch(/[A-Z]{2}/)
  }
  expect(new Set(counters.map(({ code }) => code)).size).toBe(counters.length)
})

test('every commune has desks, a kiosk, a link and a leaflet, in all three service channels', () => {
  for (const commune of communes) {
    const kinds = counters.filter(c => c.office_code === commune.code && c.retired_on === '').map(c => c.kind)
    expect(kinds.toSorted()).toEqual(['kiosk', 'leaflet', 'link', ...Array(5).fill('poster')])
    const channels = counters.filter(c => c.office_code === commune.code).map(c => c.channel)
    expect(new Set(channels)).toEqual(new Set(['counter', 'online', 'postal']))
  }
})

test('every old unit still has the poster that hung there, and a retired poster names the one that replaced it', () => {
  const closedDesks = units.filter(unit => unit.parent_code === 'huyen-cho-moi')
  expect(closedDesks).toHaveLength(18)
  for (const unit of closedDesks) expect(counters.filter(c => c.office_code === unit.code)).toHaveLength(1)
  const [retired, ...others] = counters.filter(c => c.retired_on !== '')
  expect(others).toEqual([])
  expect(counters.find(c => c.code === retired?.replaced_by)?.office_code).toBe(retired?.office_code)
})

test('the short list of a counter holds 4 to 6 procedures that a commune handles', () => {
  const offered = new Set(communeProcedures.map(p => p.code))
  for (const list of new Set(counters.map(c => c.usual))) {
    const usual = usualProcedures.filter(line => line.list === list)
    expect(usual.map(line => line.position)).toEqual(usual.map((_, i) => String(i + 1)))
    expect(usual.length).toBeGreaterThanOrEqual(4)
    expect(usual.length).toBeLessThanOrEqual(6)
    for (const line of usual) expect(offered).toContain(line.procedure_code)
  }
})

test('the start page leads to the desk of xã Chợ Mới that registers births', () => {
  const desk = counters.find(c => c.code === birthRegistrationCounter)
  expect(desk).toMatchObject({ office_code: 'xa-cho-moi', kind: 'poster', channel: 'counter', retired_on: '' })
  const usual = usualProcedures.filter(line => line.list === desk?.usual).map(line => line.procedure_code)
  expect(procedures.find(p => p.code === usual[0])?.name).toBe('Đăng ký khai sinh')
})

test('a field is known by its name without marks', () => {
  expect(slug('Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)')).toBe(
    'thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh',
  )
})
