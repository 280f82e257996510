// A server of its own with some ratings, sessions of staff, and a look at the database before and after. At first nobody may
// change anything but what visitors may; then, in the same database, staff of every role try all that they may.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adminClient } from '../../admin/client.ts'
import { prepareSecrets } from '../../server/secrets.ts'
import { putReleaseFarOff } from '../long-runs/release-far-off.ts'
import { type Served, startServer } from '../test-server.ts'
import { describe, fuzz, type Options } from './fuzz.ts'
import { changed, inspect } from './surface.ts'

const { publishableKey, secretKey } = prepareSecrets()
const auditor = { email: 'kiem-tra@tinh.vn', office: 'tinh-an-giang', role: 'auditor' }
const staff = [
  auditor,
  { email: 'dieu-phoi@tinh.vn', office: 'tinh-an-giang', role: 'coordinator' },
  { email: 'truong@hoi-an.vn', office: 'xa-hoi-an', role: 'head' },
  { email: 'can-bo@hoi-an.vn', office: 'xa-hoi-an', role: 'clerk' },
  { email: 'hoi-doc-lap@mat-tran.vn', office: 'tinh-an-giang', role: 'interviewer', organisation: 'Mặt trận' },
]
/** How much of a run staff have for themselves. */
const shareOfStaff = 0.4

async function post(url: string, path: string, body: object, token?: string) {
  const own = { apikey: publishableKey, ...(token && { authorization: `Bearer ${token}` }) }
  const headers = { ...own, 'content-type': 'application/json' }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json().catch(() => ({}))) as { access_token?: string; email?: string }
}

/** Signs somebody in with the code of the mail, which a server without a mail server prints. */
async function signIn({ url, output }: Served, email: string) {
  await post(url, '/auth/v1/otp', { email })
  const mail = new RegExp(`To: ${email}\\n[^]*?code is: (\\d{6})`)
  for (let tries = 0; !mail.test(output()) && tries < 100; tries++) await new Promise(later => setTimeout(later, 100))
  const [, token] = mail.exec(output()) ?? []
  const session = await post(url, '/auth/v1/verify', { email, token, type: 'magiclink' })
  const me = await post(url, '/rest/v1/rpc/staff_me', {}, session.access_token)
  if (!session.access_token || me.email !== email) throw new Error(`${email} could not sign in`)
  return session.access_token
}

/** Puts in place what the run is about, before the first look at the database. */
async function prepare({ url }: Served) {
  for (const member of staff) await adminClient(url, secretKey)('invite_member', member)
  await putReleaseFarOff(url)
}

const isAnswering = async ({ url }: Served) =>
  (await fetch(`${url}/rest/v1/offices?limit=1`, { headers: { apikey: publishableKey } })).status === 200

type Wanted = {
  seed: string
  requests: number
  /** One of the requests alone. */
  only?: number
  minutes?: number
  demoMonths?: number
  onProgress?: (done: number, failures: number) => void
}
type Part = Pick<Options, 'surface' | 'mayWrite' | 'from' | 'to'>

/** Asks a part of the requests on a server that it starts and ends. */
async function ask(folder: string, { seed, minutes, onProgress }: Wanted, part: Part) {
  const server = await startServer(folder, ['--no-demo'])
  const { pid } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))
  const tokens: string[] = []
  for (const { email } of part.mayWrite ? staff : [auditor]) tokens.push(await signIn(server, email))
  const of = { url: server.url, key: publishableKey, tokens, pid, seed }
  const limit = minutes && minutes * (part.mayWrite ? shareOfStaff : 1 - shareOfStaff)
  const found = await fuzz({ ...of, ...part, minutes: limit, ...(onProgress && { onProgress }) })
  const answers = await isAnswering(server).catch(() => false)
  await server.end('SIGTERM')
  const faults = [
    ...found.failures.map(failure => describe(failure, seed)),
    ...(answers ? [] : ['the server answers nobody any more']),
    ...(found.memory.isFlat ? [] : ['memory grows']),
  ]
  return { ...found, faults }
}

function sums(one: Record<number, number>, other: Record<number, number>) {
  const all = { ...one }
  for (const [status, n] of Object.entries(other)) all[Number(status)] = (all[Number(status)] ?? 0) + n
  return all
}

/** Runs it all and tells what was wrong, each line for people. */
export async function campaign(wanted: Wanted) {
  const { requests, only, demoMonths = 0 } = wanted
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const demo = demoMonths > 0 ? ['--demo-months', String(demoMonths), '--demo-scale', '0.3'] : ['--no-demo']
  const data = join(folder, 'data')
  const border = Math.round(requests * (1 - shareOfStaff))
  const numbers = (from: number, to: number) =>
    only === undefined ? { from, to } : { from: only, to: only >= from && only < to ? only + 1 : only }
  try {
    const first = await startServer(folder, demo)
    await prepare(first)
    await first.end('SIGTERM')
    const before = await inspect(data)
    const { surface } = before
    const visitors = await ask(folder, wanted, { surface, mayWrite: false, ...numbers(0, border) })
    const after = await inspect(data)
    const ratings = (counted: typeof before) => counted.fingerprints['private.ratings']?.rows ?? 0
    const stored = ratings(after) - ratings(before)
    const ofStaff = await ask(folder, wanted, { surface, mayWrite: true, ...numbers(border, requests) })
    return {
      asked: visitors.asked + ofStaff.asked,
      faults: [
        ...visitors.faults,
        ...changed(before.fingerprints, after.fingerprints).map(name => `${name} has changed`),
        ...(stored === visitors.stored ? [] : [`${visitors.stored} ratings were accepted, ${stored} are stored`]),
        ...ofStaff.faults,
      ],
      statuses: sums(visitors.statuses, ofStaff.statuses),
      statusesOfStaff: ofStaff.statuses,
      stored: visitors.stored,
      slowOnce: visitors.slowOnce + ofStaff.slowOnce,
      memory: [visitors.memory, ofStaff.memory],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
