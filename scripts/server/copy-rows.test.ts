import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { beforeAll, expect, test } from 'vitest'
import { localDay } from '../../src/lib/dates/day.ts'
import { copyRows, type Renames } from './copy-rows.ts'
import { loadReferenceData } from './migration-record.ts'

const supabase = new URL('../../supabase/', import.meta.url)
const comment = 'Hai\ndòng, \t"một cửa" \\n'

/** A new database, and one in use: a batch and a changed rule in the ledger, a rating that waits, a member, a changed setting. */
let empty: PGlite
let used: PGlite

beforeAll(async () => {
  empty = new PGlite({ extensions: { pgcrypto } })
  await empty.exec('create role anon; create role authenticated; create role service_role')
  for (const file of readdirSync(new URL('migrations/', supabase)).sort()) {
    await empty.exec(readFileSync(new URL(`migrations/${file}`, supabase), 'utf8'))
  }
  used = (await empty.clone()) as PGlite
  await used.exec(readFileSync(new URL('seed.sql', supabase), 'utf8'))
  for (const db of [empty, used]) await db.exec(`set request.jwt.claims = '{"role": "service_role"}'`)
  await enterDay(used, 4, 0)
  await call(used, 'submit_rating', rating(12, new Date()))
  await call(used, 'add_details', { receipt: receipt(12), details: { comment } })
  await value(used, `select public.invite_member('truong@xa.vn', 'xa-cho-moi', 'head')`)
  await value(used, `select public.save_setting('answer_days', '12', '10')`)
  await value(used, `select public.save_setting('target_percent', '85', '90')`)
}, 180_000)

const receipt = (i: number) => `K7M4Q29XD${String(i).padStart(3, '0')}`

function rating(i: number, at: Date) {
  const instant = at.getTime().toString(16).padStart(12, '0')
  return {
    // A UUID v7 (RFC 9562) of that moment.
    id: `${instant.slice(0, 8)}-${instant.slice(8)}-7000-8000-${String(i).padStart(12, '0')}`,
    counter: '8K93N9',
    procedure: '1.001193',
    score: 4,
    receipt: receipt(i),
    device: crypto.randomUUID(),
  }
}

/** Twelve ratings of one day, which become a batch. */
function enterDay(db: PGlite, daysAgo: number, first: number) {
  const at = new Date(Date.now() - daysAgo * 86_400_000)
  const day = localDay(at.getTime())
  const ratings = Array.from({ length: 12 }, (_, i) => ({ at: at.toISOString(), body: rating(first + i, at) }))
  return call(db, 'enter_illustrative_ratings', { days: [{ day, ratings }] })
}

async function value(db: PGlite, sql: string, parameters: unknown[] = []) {
  const { rows } = await db.query<unknown[]>(sql, parameters, { rowMode: 'array' })
  return rows[0]?.[0]
}

const call = (db: PGlite, name: string, body: object) => value(db, `select public.${name}($1)`, [JSON.stringify(body)])
const stateOf = (db: PGlite, i: number) => value(db, 'select public.receipt_state($1)', [receipt(i)])

type Versions = {
  /** What the version before had otherwise. */
  old?: string
  /** What is new in this version. */
  own?: string
  renames?: Renames
}

/** Copies the used database into the empty one, looks at the result, and leaves both as they were. */
async function copied(versions: Versions, look: () => Promise<void> = async () => undefined) {
  await used.exec(`begin; set local session_replication_role = replica; ${versions.old ?? ''}`)
  await empty.exec(`begin; ${versions.own ?? ''}`)
  try {
    await copyRows(used, empty, versions.renames ?? {}, () => undefined)
    await look()
  } finally {
    await Promise.all([used.exec('rollback'), empty.exec('rollback')])
  }
}

test('ratings, receipts, the ledger, members, their trail and settings come along, and numbers go on', async () => {
  const old = `alter table public.offices add column motto text default ''; create table private.unused (n integer);
    drop function public.satisfaction_badge`
  const own = 'alter table private.ratings add column is_new boolean not null default true'
  await copied({ old, own }, async () => {
    expect(await stateOf(empty, 3)).toMatchObject({ state: 'counted', batch: { number: 1 } })
    expect(await stateOf(empty, 3)).toEqual(await stateOf(used, 3))
    expect(await stateOf(empty, 12)).toMatchObject({ state: 'waiting', details: { comment } })
    const tables = ['batches', 'rule_changes', 'monthly_totals', 'members', 'audit_log'].map(name => `public.${name}`)
    for (const table of tables) {
      const rows = `select json_agg(t order by t::text) from ${table} t`
      expect(await value(empty, rows)).toEqual(await value(used, rows))
    }
    expect(await value(empty, `select value from public.settings where key = 'answer_days'`)).toBe(12)

    const members = Number(await value(used, 'select max(id) from public.members'))
    const next = await value(empty, `select public.invite_member('can-bo@xa.vn', 'xa-cho-moi', 'clerk')`)
    expect(next).toMatchObject({ id: members + 1 })
    await enterDay(empty, 3, 20)
    const hash = await value(used, 'select hash from public.rule_changes where after_batch = 1')
    expect(await value(empty, 'select previous_hash from public.batches where number = 2')).toBe(hash)
  })
})

test('rules that set ratings aside keep the day from which they hold here, and a version that is new comes beside them', async () => {
  const old = `update public.set_aside_rules set valid_from = '2026-03-01' where version = 2`
  const own = `insert into public.set_aside_rules (version, valid_from, staff_devices) values (3, '2100-01-01', true)`
  await copied({ old, own }, async () => {
    const days = `select string_agg(version || ' ' || valid_from, ', ' order by version) from public.set_aside_rules`
    expect(await value(empty, days)).toBe('1 2025-01-01, 2 2026-03-01, 3 2100-01-01')
  })
})

test('the secret that limits are drawn from goes along, so that no limit is drawn a second time', async () => {
  const old = 'update private.excess_secret set secret = gen_random_uuid()'
  await copied({ old }, async () => {
    const secret = 'select secret from private.excess_secret'
    expect(await value(empty, secret)).toBe(await value(used, secret))
  })
})

test('a setting that is new stays, and so do the rows that are part of the code', async () => {
  const old = `delete from public.settings where key = 'answer_days'; delete from private.open_data_files where file = 'offices';
    update private.ladder set after_days = 11 where position = 2`
  await copied({ old }, async () => {
    expect(await value(empty, `select value from public.settings where key = 'answer_days'`)).toBe(10)
    expect(await value(empty, `select count(*) from private.open_data_files where file = 'offices'`)).toBe(1)
    expect(await value(empty, 'select after_days from private.ladder where position = 2')).toBe(11)
  })
})

const queryOf = (db: PGlite) => async (sql: string) =>
  ((await db.exec(sql)).at(-1)?.rows ?? []) as Record<string, unknown>[]
const indexOf = (db: PGlite) =>
  value(db, `select string_agg(concat_ws(' ', year, score, rank), ', ' order by year) from public.par_index`)
const series = '2015 90.09 6, 2016 85.82 10, 2017 86.85 4, 2018 90.1 6, 2019 89.95 3'
/** A database that had seed.sql before there was any other file of reference data. */
const seeded = `create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null);
  insert into supabase_migrations.seed_files values ('supabase/seed.sql', 'of an older version')`
/** Both records, as an older copy and this one leave them. */
const own =
  'create schema supabase_migrations; create table supabase_migrations.seed_files (path text primary key, hash text not null)'

test('reference data that came after a database was made are loaded into it, once', async () => {
  await copied({ old: seeded, own }, async () => {
    expect(await indexOf(empty)).toBe(null)
    expect(await loadReferenceData(queryOf(empty))).toBe(false)
    expect(await indexOf(empty)).toBe(series)
    await empty.exec(`delete from public.par_index where year < 2019`)
    expect(await loadReferenceData(queryOf(empty))).toBe(false)
    expect(await indexOf(empty)).toBe('2019 89.95 3')
    expect(await value(empty, 'select count(*) from public.offices')).toBe(27)
  })
})

test('what staff have entered of a unit stays as it is, and a province without that unit has nothing of it', async () => {
  const entered = `insert into public.par_index values ('huyen-cho-moi', 2019, 89.95, 3, 11, 'Nhóm tốt', 'Công văn')`
  await copied({ old: `${seeded}; ${entered}`, own }, async () => {
    await loadReferenceData(queryOf(empty))
    expect(await indexOf(empty)).toBe('2019 89.95 3')
  })
  await empty.exec(`begin; ${seeded}`)
  await loadReferenceData(queryOf(empty))
  expect(await indexOf(empty)).toBe(null)
  await empty.exec('rollback')
})

test('the rules of the database hold again afterwards', async () => {
  const rules = `select json_agg(conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated
    order by conrelid::regclass::text, conname) from pg_constraint`
  const before = await value(empty, rules)
  await copied({}, async () => {
    expect(await value(empty, rules)).toEqual(before)
    await expect(empty.exec('update public.batches set n = n')).rejects.toThrow('ledger_append_only')
  })
})

test('what has content and no place is named, and a list of renames says where it went', async () => {
  const old = `create table private.old_notes (note text); insert into private.old_notes values ('a'), ('b');
    alter table public.offices add column motto text; update public.offices set motto = 'Vì dân' where code = 'xa-cho-moi'`
  await expect(copied({ old })).rejects.toThrow('no place in it for private.old_notes (rows: 2), public.offices.motto')

  const own = 'create table private.notes (id bigint generated always as identity, text text not null)'
  const renames = {
    'private.old_notes': { table: 'private.notes', columns: { note: 'text' } },
    'public.offices': { columns: { motto: null } },
  }
  await copied({ old, own, renames }, async () => {
    const notes = [{ text: 'a' }, { text: 'b' }]
    expect(await value(empty, 'select json_agg(n order by id) from private.notes n')).toMatchObject(notes)
  })
})

test('rows that break a rule of this version stop the copy', async () => {
  const orphan = copied({ old: `update public.members set office_code = 'nowhere'` })
  await expect(orphan).rejects.toThrow('members_office_code_fkey')
  const outside = copied({ own: `alter table public.members add constraint no_heads check (role <> 'head')` })
  await expect(outside).rejects.toThrow('no_heads')
})

test('a row that does not arrive, or a ledger that is another, stops the copy', async () => {
  // Fires even while other triggers are off.
  const spoil = (table: string, body: string) => `create function private.spoil() returns trigger language plpgsql as
      $$ begin ${body} end $$;
    create trigger spoil before insert on ${table} for each row execute function private.spoil();
    alter table ${table} enable always trigger spoil`
  const lost = copied({ own: spoil('private.ratings', 'return null;') })
  await expect(lost).rejects.toThrow('of 13 rows of private.ratings 0 arrived')
  const other = copied({ own: spoil('public.batches', `new.hash := 'x'; return new;`) })
  await expect(other).rejects.toThrow('another hash')
  const otherRule = copied({ own: spoil('public.rule_changes', `new.hash := 'x'; return new;`) })
  await expect(otherRule).rejects.toThrow('another hash')
  // A version without changes of rules has the batches alone to be compared.
  await copied({ old: 'drop function private.ledger_head()' })
})
