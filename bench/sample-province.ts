import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'

export type Sql = postgres.Sql

const migrations = join(import.meta.dirname, '../supabase/migrations')

/** A province: 102 communes with 60 procedures each, and a desk in every commune. */
const sampleProvince = `
  insert into fields select 'field-' || i, 'Field ' || i from generate_series(1, 12) i;
  insert into procedures (code, name, field_code)
  select '1.' || lpad(i::text, 6, '0'), 'Procedure ' || i, 'field-' || 1 + i % 12 from generate_series(1, 60) i;
  insert into offices (code, name, kind) values ('province', 'Province', 'tỉnh');
  insert into offices (code, name, kind, desk, parent_code)
  select 'office-' || i, 'Office ' || i, 'xã', 'Desk', 'province' from generate_series(1, 102) i;
  insert into offerings (office_code, procedure_code)
  select o.code, p.code from offices o, procedures p where o.desk is not null;
  insert into private.counters (code, office_code, name, channel, kind)
  select lpad(i::text, 6, '0'), 'office-' || i, 'Desk', 'counter', 'poster' from generate_series(1, 102) i;`

/** Runs the work in a database that is made for it and dropped after it. */
export async function withSampleProvince(server: string, name: string, work: (sql: Sql) => Promise<void>) {
  const quiet = { onnotice: () => {}, max: 1 }
  const admin = postgres(server, quiet)
  await admin.unsafe(`drop database if exists ${name}`)
  await admin.unsafe(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const sql = postgres(url.href, { ...quiet, max: 8 })
  try {
    for (const file of readdirSync(migrations).sort()) await sql.unsafe(readFileSync(join(migrations, file), 'utf8'))
    await sql.unsafe(sampleProvince)
    await work(sql)
  } finally {
    await sql.end()
    await admin.unsafe(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}

/** The value below which a share of the measured times lies. */
export function percentile(times: number[], share: number) {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
