// The same list asks this server what it asks any deployment, and tells what is missing where something is.

import { spawnSync } from 'node:child_process'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../scripts/bootstrap.js'
import { checkSite } from '../../scripts/deploy/check-site.ts'
import { publishableKey, secretKey, serveForTests } from '../server/vitest-server.ts'

const server = serveForTests()
const jwtSecret = process.env.SUPABASE_JWT_SECRET ?? ''
const closing: (() => void)[] = []
afterAll(() => closing.forEach(close => void close()))

async function findingsOf(url: string, only?: string) {
  const lines: string[] = []
  const site = { url, api: url, publishableKey, secretKey, jwtSecret }
  const wrong = await checkSite(site, { withPages: true, say: line => lines.push(line), ...(only && { only }) })
  return { wrong, text: lines.join('\n') }
}

const published = async () => {
  const answers = ['batches', 'offices', 'members', 'audit_log', 'set_aside_totals'].map(table =>
    fetch(server.url(`/rest/v1/${table}`), { headers: { apikey: secretKey } }).then(answer => answer.text()),
  )
  return (await Promise.all(answers)).join('\n')
}

test('all is right here, with somebody for every role, and asking twice changes nothing', async () => {
  for (const role of ['clerk', 'head', 'auditor', 'coordinator']) {
    const office = role === 'coordinator' ? 'tinh-an-giang' : 'xa-hoi-an'
    const { status } = await server.call('invite_member', { email: `${role}@example.org`, office, role }, secretKey)
    expect(status).toBe(200)
  }
  const before = await published()
  for (let time = 0; time < 2; time += 1) {
    const { wrong, text } = await findingsOf(server.url())
    expect(text).not.toContain('✗')
    expect([wrong, text.match(/(\d+) right, 0 wrong$/)?.[1]]).toEqual([0, `${text.split('✓').length - 1}`])
    for (const secret of [secretKey, jwtSecret]) expect(text).not.toContain(secret)
  }
  expect(await published()).toBe(before)
})

type Spoil = (
  path: string,
  headers: Record<string, string | string[] | undefined>,
  text: string,
) => { status?: number; text?: string } | undefined

/** The server behind a gateway that does something wrong. */
async function spoiled(spoil: Spoil) {
  const gateway = createServer((asked, answer) => {
    const { hostname, port } = new URL(server.url())
    const sent = request(
      { hostname, port, path: asked.url, method: asked.method, headers: { ...asked.headers, 'accept-encoding': '' } },
      got => {
        const parts: Buffer[] = []
        got.on('data', part => parts.push(part))
        got.on('end', () => {
          const headers = { ...got.headers }
          const text = Buffer.concat(parts).toString('latin1')
          const changed = spoil(asked.url ?? '', headers, text) ?? {}
          delete headers['content-length']
          delete headers['transfer-encoding']
          answer.writeHead(changed.status ?? got.statusCode ?? 500, headers)
          answer.end(Buffer.from(changed.text ?? text, 'latin1'))
        })
      },
    )
    asked.pipe(sent)
  })
  await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve))
  closing.push(() => gateway.close())
  return `http://localhost:${(gateway.address() as AddressInfo).port}`
}

const spoilt: { what: string; part: string; spoil: Spoil; wanted: RegExp }[] = [
  {
    what: 'headers are left out',
    part: 'Pages',
    spoil: (_, headers) => void delete headers['content-security-policy'],
    wanted: /✗ the headers that tell browsers/,
  },
  {
    what: 'any page answers for a missing one',
    part: 'Pages',
    spoil: path => (path === '/nowhere' ? { status: 200 } : {}),
    wanted: /\/nowhere: status 200 instead of 404/,
  },
  {
    what: 'scripts have another type',
    part: 'Pages',
    spoil: (path, headers) => {
      if (path === '/sw.js') headers['content-type'] = 'text/plain'
      return {}
    },
    wanted: /✗ files with their types/,
  },
  {
    what: 'every figure is kept for a day',
    part: 'What everybody reads',
    spoil: (path, headers) => {
      if (path.includes('/rpc/satisfaction')) headers['cache-control'] = 'public, max-age=86400'
      return {}
    },
    wanted: /✗ published answers may be kept[\s\S]*✗ nothing else/,
  },
  {
    what: 'the marks are left out',
    part: 'What everybody reads',
    spoil: (_, headers) => void delete headers.etag,
    wanted: /no ETag/,
  },
  {
    what: 'a private table is shown',
    part: 'What is closed',
    spoil: path => (path.includes('/v1/visit_codes') ? { status: 200, text: '[]' } : {}),
    wanted: /✗ no other table answers\n\s+seen: visit_codes: status 200/,
  },
  {
    what: 'refusals lose their keys',
    part: 'What is refused',
    spoil: path => (path.includes('submit_rating') ? { status: 500, text: 'oops' } : {}),
    wanted: /✗ \d+ ratings that cannot be taken/,
  },
]

test.each(spoilt)('what is missing is told, with what to do: $what', async ({ part, spoil, wanted }) => {
  const { wrong, text } = await findingsOf(await spoiled(spoil), part)
  expect(wrong).toBeGreaterThan(0)
  expect(text).toMatch(wanted)
  expect(text).toMatch(/to do: /)
})

test('on the command line: a status for scripts, no secret printed, a sentence for what is missing', () => {
  const check = (...args: string[]) => {
    const script = join(root, 'scripts/deploy/check.ts')
    const environment = { ...process.env, SUPABASE_SECRET_KEY: secretKey, SUPABASE_JWT_SECRET: '' }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, ...args],
      { env: environment, encoding: 'utf8' },
    )
    return { status, text: stdout + stderr }
  }
  const good = check('--url', server.url(), '--key', publishableKey)
  expect([good.status, good.text.match(/0 wrong/)?.[0]]).toEqual([0, '0 wrong'])
  expect(good.text).not.toContain(secretKey)
  expect(good.text).toContain('needs --jwt-secret')
  expect(check('--url', server.url(), '--key', 'wrong').status).toBe(1)
  expect(check('--url', server.url()).text).toContain('Name the publishable key')
  expect(check('--url', 'nonsense', '--key', 'x').text).toContain('Name the address')
  const nobody = check('--url', 'http://localhost:9', '--key', 'x')
  expect([nobody.status, nobody.text]).toEqual([1, expect.stringContaining('does not answer')])
})
