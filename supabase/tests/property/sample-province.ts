import { dayOfUtc } from '../../../src/lib/dates/day.ts'

/**
 * The place where the random histories happen: a province, a district, three communes and one that was merged away,
 * with counters of every service channel. Small, so that ratings meet and batches form.
 */

export type Channel = 'counter' | 'online' | 'postal'
export type Trust = 'visit' | 'on_site' | 'control' | 'walk_in'

export type Counter = { code: string; office: string; serving: string; channel: Channel; kind: string }

const parents: Record<string, string | null> = {
  tinh: null,
  huyen: 'tinh',
  'xa-1': 'huyen',
  'xa-2': 'huyen',
  'xa-3': 'huyen',
  'xa-cu': 'huyen',
}
export const offices = Object.keys(parents)

export const parentOf = (office: string) => parents[office] ?? null

export function isWithin(office: string, wanted: string): boolean {
  return office === wanted || (parentOf(office) !== null && isWithin(parentOf(office) as string, wanted))
}

const fields: Record<string, string> = {
  '1.000001': 'ho-tich',
  '1.000002': 'ho-tich',
  '1.000003': 'dat-dai',
  '1.000004': 'dat-dai',
  '1.000009': 'dat-dai',
}
/** Offered everywhere; `notOffered` nowhere. */
export const procedures = ['1.000001', '1.000002', '1.000003', '1.000004'] as const
export const notOffered = '1.000009'

export const fieldOf = (procedure: string | null) => (procedure === null ? null : (fields[procedure] ?? null))
export const fieldCodes = [...new Set(Object.values(fields))]

/** The poster of the merged commune works on and leads to its successor. */
export const counters: Counter[] = [
  { code: 'AAAAA1', office: 'xa-1', serving: 'xa-1', channel: 'counter', kind: 'poster' },
  { code: 'AAAAA2', office: 'xa-1', serving: 'xa-1', channel: 'online', kind: 'link' },
  { code: 'BBBBB1', office: 'xa-1', serving: 'xa-1', channel: 'counter', kind: 'kiosk' },
  { code: 'CCCCC1', office: 'xa-3', serving: 'xa-3', channel: 'counter', kind: 'poster' },
  { code: 'AAAAA3', office: 'xa-cu', serving: 'xa-1', channel: 'counter', kind: 'poster' },
  { code: 'BBBBB2', office: 'xa-2', serving: 'xa-2', channel: 'postal', kind: 'leaflet' },
  { code: 'DDDDD1', office: 'huyen', serving: 'huyen', channel: 'counter', kind: 'poster' },
]

const day = 24 * 60 * 60_000

/** The day in Việt Nam (UTC+7 all year), counted from the first of January 1970. */
export const localDay = (instant: number) => Math.floor((instant + 7 * 60 * 60_000) / day)

export const isoDay = (localDayNumber: number) => dayOfUtc(new Date(localDayNumber * day))

/** 08:00 in Việt Nam on a day. */
export const morningOf = (localDayNumber: number) => localDayNumber * day + 60 * 60_000

const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)

const rows = (values: (string | null)[][]) => values.map(row => `(${row.map(text).join(', ')})`).join(', ')

export const provinceSql = `
  insert into public.offices (code, name, kind, parent_code, closed_on) values
    ${rows(offices.map(code => [code, code, 'office', parentOf(code), code === 'xa-cu' ? '2025-06-30' : null]))};
  insert into public.office_successions (predecessor_code, successor_code, on_date)
    values ('xa-cu', 'xa-1', '2025-07-01');
  insert into public.fields (code, name) values ${rows(fieldCodes.map(code => [code, code]))};
  insert into public.procedures (code, name, field_code) values
    ${rows(Object.entries(fields).map(([code, field]) => [code, code, field]))};
  insert into public.offerings (office_code, procedure_code)
    select o.code, p.code from public.offices o, public.procedures p where p.code <> '${notOffered}';
  insert into private.counters (code, office_code, name, channel, kind) values
    ${rows(counters.map(c => [c.code, c.office, c.code, c.channel, c.kind]))};
  insert into private.counter_devices (counter_code, office_code, kind, paired_on, paired_by)
    select code, office_code, 'kiosk', '2026-01-01', 'tinh' from private.counters where kind = 'kiosk';
  insert into private.counter_device_keys (device_id, key) select id, sha256('kiosk') from private.counter_devices;
  insert into public.handled_dossiers (month, office_code, handled)
    select m, code, 1000 from public.offices, generate_series('2026-01-01'::date, '2026-03-01', '1 month') m;
`
