import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/bootstrap.js'
import { newFolder, type Served, startServer } from '../../scripts/checks/test-server.ts'
import { prepareSecrets } from '../../scripts/server/secrets.ts'
import { startMailServer } from './mail-server.ts'

const { publishableKey, secretKey } = prepareSecrets()
const folder = newFolder()
const from = 'Hài Lòng <hai-long@coquan.gov.vn>'
let box: Awaited<ReturnType<typeof startMailServer>>
let server: Served

beforeAll(async () => {
  box = await startMailServer()
  server = await startServer(folder, ['--no-demo'], { SMTP_URL: box.url, MAIL_FROM: from })
})

afterAll(async () => {
  await server?.end('SIGTERM')
  box?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function post(path: string, body: object, key = publishableKey) {
  const headers = { apikey: key, 'content-type': 'application/json' }
  const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  return response.json().catch(() => undefined)
}
const invite = (email: string, office: string, role: string) =>
  post('/rest/v1/rpc/invite_member', { email, office, role }, secretKey)

/** `npm run digest`, as cron would run it. */
function digest(smtpUrl: string) {
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/admin/cli.ts', 'digest', '--url', server.url]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, SMTP_URL: smtpUrl, MAIL_FROM: from },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  return new Promise<{ code: number | null; output: string }>(resolve =>
    child.on('exit', code => resolve({ code, output })),
  )
}

test('whoever signs in gets the code by mail, in their language, and comes in with it', async () => {
  const { id } = await invite('truong@xa.vn', 'xa-hoi-an', 'head')
  await post('/auth/v1/otp', { email: 'truong@xa.vn', create_user: true })
  await expect.poll(() => box.mails.length).toBe(1)
  const [mail] = box.mails.splice(0)
  expect(mail).toMatchObject({ to: 'truong@xa.vn', from, subject: 'Hài Lòng: mã đăng nhập' })
  const [, token] = /^Mã đăng nhập của Ông\/Bà: (\d{6})$/m.exec(mail?.text ?? '') ?? []
  expect(mail?.text).toContain(`Your sign-in code is: ${token}`)
  // Lite's own link leads to a page that is not served.
  expect(mail?.text).not.toContain('http')
  expect(await post('/auth/v1/verify', { email: 'truong@xa.vn', token, type: 'magiclink' })).toHaveProperty(
    'access_token',
  )
  expect(server.output()).not.toContain(token)
  await post('/rest/v1/rpc/end_membership', { member: id }, secretKey)
})

test('the weekly mail reaches whoever answers for an office, once, however often it is sent', async () => {
  await invite('dieu-phoi@tinh.vn', 'tinh-an-giang', 'coordinator')
  await invite('truong@xa.vn', 'xa-hoi-an', 'head')
  await invite('truong@xa.vn', 'xa-cho-moi', 'head')
  await invite('can-bo@xa.vn', 'xa-hoi-an', 'clerk')
  await invite('kiem-tra@tinh.vn', 'tinh-an-giang', 'auditor')
  const { id } = await invite('da-nghi@xa.vn', 'xa-hoi-an', 'head')
  await post('/rest/v1/rpc/end_membership', { member: id }, secretKey)
  await post('/rest/v1/rpc/submit_rating', { ...newRating(), score: 1, receipt: '0123456789AB' })
  await post('/rest/v1/rpc/add_details', { receipt: '0123456789AB', details: { comment: 'Chờ lâu quá' } })

  const dead = await startMailServer()
  dead.close()
  const unanswered = await digest(dead.url)
  expect(unanswered.code).toBe(1)
  expect(unanswered.output).toMatch(
    /The mail server at 127\.0\.0\.1:\d+ does not take mails \(ESOCKET\).*nobody was written to/,
  )
  expect(unanswered.output).not.toContain('    at ')

  box.refused.add('truong@xa.vn')
  const half = await digest(box.url)
  expect(half.code).toBe(1)
  expect(half.output).toContain('1 of 2 mails could not be sent')
  expect(half.output).toContain('truong@xa.vn: EENVELOPE 550')
  expect(box.mails.map(({ to }) => to)).toEqual(['dieu-phoi@tinh.vn'])

  box.refused.clear()
  expect(await digest(box.url)).toMatchObject({ code: 0, output: expect.stringContaining('1 mail sent') })
  expect(await digest(box.url)).toMatchObject({ code: 0, output: expect.stringContaining('Nobody is written to') })
  expect(box.mails.map(({ to }) => to)).toEqual(['dieu-phoi@tinh.vn', 'truong@xa.vn'])
  const [mail] = box.mails.slice(1)
  expect(mail).toMatchObject({ from, subject: 'Hài Lòng: việc cần xem tuần này' })
  expect(mail?.text).toMatch(/Chưa báo số hồ sơ đã giải quyết tháng \d+\/\d{4}:\n {2}- Xã Hội An/i)
  expect(mail?.text).toMatch(/Xã Chợ Mới/i)
  expect(mail?.text).toContain(`Xem và xử lý: ${server.url}/staff`)
  // Neither a single rating nor what was written with it, released or not.
  for (const { text } of box.mails) expect(text).not.toMatch(/Chờ lâu|Rất không hài lòng|[1-5] điểm/i)
})

function newRating() {
  const instant = Date.now().toString(16).padStart(12, '0')
  return { id: `${instant.slice(0, 8)}-${instant.slice(8)}-7${crypto.randomUUID().slice(15)}`, counter: 'X43Q58' }
}
