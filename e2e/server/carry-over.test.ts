import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { newRatingId, publishableKey, secretKey, serveForTests } from './vitest-server.ts'

// Only a data folder is carried over.
const server = serveForTests({ DATABASE_URL: '' })
const { folder, start } = server
const data = join(folder, 'data')

async function call(name: string, body: unknown, key = publishableKey) {
  const answer = await server.call(name, body, key)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const receipts = ['K7M4Q29XDP3T', 'K7M4Q29XDP3V', 'K7M4Q29XDP3W']

function rate(receipt: string) {
  return call('submit_rating', { id: newRatingId(), counter: '8K93N9', procedure: '1.001193', score: 5, receipt })
}

const invite = (email: string) => call('invite_member', { email, office: 'xa-cho-moi', role: 'head' }, secretKey)

async function expectAllRatings(known: string[]) {
  for (const receipt of known) expect(await call('receipt_state', { receipt })).toMatchObject({ score: 5 })
}

/** Stops the server and does something to the database that it leaves. */
async function stopAndAlter(sql: string) {
  await server.end('SIGTERM')
  const db = new PGlite(data)
  await db.exec(sql)
  await db.close()
}

test('a folder of the version before is carried over, and its data stay beside it', async () => {
  await rate('K7M4Q29XDP3T')
  await rate('K7M4Q29XDP3V')
  expect(await invite('truong@xa.vn')).toMatchObject({ id: 1 })
  await stopAndAlter(`drop table supabase_migrations.fingerprints;
    update supabase_migrations.schema_migrations set version = '1' || version;
    drop function public.satisfaction_badge; alter table public.offices add column motto text;
    create table private.answer_totals as select gen_random_uuid() as cell, 'trips.1' as answer, 12 as n`)

  await start()
  expect(server.output()).toContain('Carrying the data over to this version')
  await expectAllRatings(receipts.slice(0, 2))
  await rate('K7M4Q29XDP3W')
  expect(await invite('can-bo@xa.vn')).toMatchObject({ id: 2 })
  expect(readdirSync(folder).filter(name => name.startsWith('data'))).toEqual([
    'data',
    expect.stringMatching(/^data\.before-\d{4}-\d\d-\d\d-\d{6}$/),
  ])
})

test('killed between the two renames, it is finished at the next start', async () => {
  await server.end('SIGTERM')
  renameSync(data, `${data}.ready`)
  mkdirSync(`${data}.new`)

  await start()
  expect(server.output()).not.toContain('Carrying')
  await expectAllRatings(receipts)
  expect(readdirSync(folder).filter(name => /\.(new|ready)$/.test(name))).toEqual([])
})

test('data for which this version has no place are named and left as they are', async () => {
  await stopAndAlter(`create table private.old_notes as select 'x' as note;
    update supabase_migrations.fingerprints set sha256 = 'edited' where version = (select max(version) from supabase_migrations.fingerprints)`)
  await expect(start()).rejects.toThrow(/cannot be carried over.+no place in it for private\.old_notes \(rows: 1\)/)

  expect(readdirSync(folder)).not.toContain('data.new')
  const db = new PGlite(data)
  expect((await db.query('select count(*) from private.ratings')).rows).toEqual([{ count: receipts.length }])
  await db.exec('drop table private.old_notes')
  await db.close()
  await start()
  await expectAllRatings(receipts)
})
