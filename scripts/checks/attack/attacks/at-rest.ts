import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { addDays, localDay } from '../../../../src/lib/dates/day.ts'
import { type Attack, outcome } from '../attack.ts'
import { publishComments } from '../scenes.ts'
import { ratingAt, type Target } from '../target.ts'

const rows = async <T>(db: PGlite, sql: string) => (await db.query<T>(sql)).rows

/** As private.receipt_hash. */
const hashOf = (secret: string) =>
  createHash('sha256')
    .update(secret)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** Twelve visits, each in a transaction of its own, in this order, and the release. */
async function released(target: Target) {
  const place = await target.place('xa-cu-lao-gieng')
  const inTime = addDays(localDay(), 200)
  const codes = (await target.admin('make_visit_codes', {
    office: place.office,
    procedure: place.procedure,
    channel: 'counter',
    count: 12,
    expires_on: inTime,
  })) as string[]
  const visits = codes.map(visit => {
    const { counter, device, ...rating } = ratingAt(place)
    return { ...rating, visit }
  })
  await target.rate(visits)
  await target.release()
  return { place, visits }
}

async function byInstant(target: Target) {
  const { place } = await released(target)
  const found = await target.owner(db =>
    rows<{ key: string }>(
      db,
      `select distinct e.key from private.ratings r, jsonb_each(to_jsonb(r)) e where r.batch_number is not null
        and r.office_code = '${place.office}' and e.value <> 'null' order by 1`,
    ),
  )
  const telling = found
    .map(({ key }) => key)
    .filter(key => ['id', 'received_at', 'rated_at', 'sender', 'counter_code'].includes(key))
  return outcome(
    telling.length === 0,
    telling.length ? `kept: ${telling.join(', ')}` : 'no id, time, device or counter is kept',
  )
}

async function byOrder(target: Target) {
  const { visits } = await released(target)
  const stored = await target.owner(async db => ({
    ratings: await rows<{ receipt_hash: string }>(
      db,
      'select receipt_hash from private.ratings where batch_number is not null order by ctid',
    ),
    codes: await rows<{ code_hash: string }>(
      db,
      'select code_hash from private.visit_codes where spent_in is not null order by xmin::text::bigint',
    ),
    same: await rows(
      db,
      'select from private.visit_codes v join private.ratings r on v.xmin = r.xmin where r.batch_number is not null',
    ),
  }))
  // The n-th code that was spent beside the n-th rating on the disk.
  const own = new Map(visits.map(({ visit, receipt }) => [hashOf(visit), hashOf(receipt)]))
  const ratings = stored.ratings
    .map(({ receipt_hash }) => receipt_hash)
    .filter(hash => [...own.values()].includes(hash))
  const codes = stored.codes.map(({ code_hash }) => code_hash).filter(hash => own.has(hash))
  const joined = codes.filter((code, i) => own.get(code) === ratings[i]).length
  const isHeld = joined < visits.length / 2 && stored.same.length === 0
  return outcome(
    isHeld,
    `${joined} of ${visits.length} codes lead to their rating by place, ${stored.same.length} by xmin`,
  )
}

async function openFiles(target: Target) {
  const modes = ['', 'data', 'lock.db', 'server.json'].map(name => ({
    name,
    mode: statSync(join(target.folder, name)).mode & 0o777,
  }))
  const readable = modes.filter(({ mode }) => mode & 0o077)
  const said = modes.map(({ name, mode }) => `${name || 'the folder'} ${mode.toString(8)}`).join(', ')
  return outcome(readable.length === 0, said)
}

async function inTheLog(target: Target) {
  await publishComments(target, 'xa-cu-lao-gieng', [{ comment: 'Tôi chờ từ sáng đến trưa' }])
  const { headers } = await target.staff('coordinator', 'tinh-an-giang')
  const log = JSON.stringify(await target.rows('audit_log?limit=1000', headers))
  const found = log.includes('từ sáng đến trưa') || log.includes('"comments"')
  return outcome(!found, `a comment released by the administrator is ${found ? '' : 'not '}in the audit log`)
}

async function inTheOutput(target: Target) {
  const { receipt } = ratingAt(await target.place('xa-cu-lao-gieng'))
  const comment = `Gọi tôi theo số bí mật ${Date.now()}`
  await target.call('add_details', { receipt, details: { comment } })
  await target.call('add_details', { receipt, details: comment })
  await target.call('receipt_state', { receipt })
  await target.ask(`/v/${receipt.slice(0, 10)}?x=${receipt}`)
  const found = target.output().includes(comment) || target.output().includes(receipt)
  return outcome(!found, `what refused requests said is ${found ? '' : 'not '}in the server's log`)
}

export const atRestAttacks: Attack[] = [
  {
    name: 'tell a released rating by its instant',
    severity: 'high',
    tried: 'the columns of its row, as the owner',
    attempt: byInstant,
  },
  {
    name: 'join visit codes to released ratings',
    severity: 'high',
    tried: 'place on the disk and xmin, as the owner',
    attempt: byOrder,
  },
  {
    name: 'read the files as another user',
    severity: 'medium',
    tried: 'the modes of the data folder',
    attempt: openFiles,
  },
  { name: 'find comments in the audit log', severity: 'low', tried: 'a release by hand', attempt: inTheLog },
  { name: 'find people in the server log', severity: 'low', tried: 'refused requests', attempt: inTheOutput },
]
