// A server of its own with some ratings, an auditor's session, and a look at the database before and after.

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
const auditor = 'kiem-tra@tinh.vn'

async function post(url: string, path: string, body: object) {
  const headers = { apikey: publishableKey, 'content-type': 'application/json' }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json().catch(() => ({}))) as { access_token?: string }
}

/** Signs the auditor in with the code of the mail, which a server without a mail server prints. */
async function signIn({ url, output }: Served) {
  await post(url, '/auth/v1/otp', { email: auditor })
  const mail = new RegExp(`To: ${auditor}\\n[^]*?code is: (\\d{6})`)
  for (let tries = 0; !mail.test(output()) && tries < 100; tries++) await new Promise(later => setTimeout(later, 100))
  const [, token] = mail.exec(output()) ?? []
  const session = await post(url, '/auth/v1/verify', { email: auditor, token, type: 'magiclink' })
  if (!session.access_token) throw new Error('the auditor could not sign in')
  return session.access_token
}

/** Puts in place what the run is about, before the first look at the database. */
async function prepare({ url }: Served) {
  await adminClient(url, secretKey)('invite_member', { email: auditor, office: 'tinh-an-giang', role: 'auditor' })
  await putReleaseFarOff(url)
}

const isAnswering = async ({ url }: Served) =>
  (await fetch(`${url}/rest/v1/offices?limit=1`, { headers: { apikey: publishableKey } })).status === 200

type Wanted = Pick<Options, 'seed' | 'requests' | 'only' | 'minutes' | 'onProgress'> & { demoMonths?: number }

/** Runs it all and tells what was wrong, each line for people. */
export async function campaign({ demoMonths = 0, ...wanted }: Wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const demo = demoMonths > 0 ? ['--demo-months', String(demoMonths), '--demo-scale', '0.3'] : ['--no-demo']
  const data = join(folder, 'data')
  try {
    const first = await startServer(folder, demo)
    await prepare(first)
    await first.end('SIGTERM')
    const before = await inspect(data)
    const server = await startServer(folder, ['--no-demo'])
    const { pid } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))
    const token = await signIn(server)
    const found = await fuzz({ ...wanted, url: server.url, key: publishableKey, token, surface: before.surface, pid })
    const answers = await isAnswering(server).catch(() => false)
    await server.end('SIGTERM')
    const after = await inspect(data)
    const ratings = (counted: typeof before) => counted.fingerprints['private.ratings']?.rows ?? 0
    const stored = ratings(after) - ratings(before)
    const faults = [
      ...found.failures.map(failure => describe(failure, wanted.seed)),
      ...changed(before.fingerprints, after.fingerprints).map(name => `${name} has changed`),
      ...(stored === found.stored ? [] : [`${found.stored} ratings were accepted, ${stored} are stored`]),
      ...(answers ? [] : ['the server answers nobody any more']),
      ...(found.memory.isFlat ? [] : ['memory grows']),
    ]
    return { ...found, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
