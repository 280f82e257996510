import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFeedbackKey } from '../../scripts/server/requests/feedback-key.ts'
import { secretKey, serveForTests } from './vitest-server.ts'

const environment: Record<string, string> = {}
const server = serveForTests(environment)
const { call } = server

const secrets = ['Phải đi lại ba lần', 'Nguyễn Thị Thử', 'Ấp Bí Mật', '0900123456']
const code = 'K7M4Q29XDP3T'
const petition = {
  code,
  kind: 'office',
  office: 'xa-cho-moi',
  text: secrets[0],
  name: secrets[1],
  address: secrets[2],
  phone: secrets[3],
}

const textOfCode = async () => (await call('feedback_status', { code })).body

/** Everything that lies in the folder of the database: tables, indexes, the write-ahead log. */
function stored(folder = join(server.folder, 'data')): Buffer[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => readFileSync(join(entry.parentPath, entry.name)))
}

test('what a petition says lies nowhere in the clear, nor does the key, and a restarted server reads it', async () => {
  expect((await call('send_feedback', petition)).body).toMatchObject({ state: 'received' })
  expect(await textOfCode()).toMatchObject({ text: secrets[0], readable: true })
  await server.end('SIGTERM')

  const key = readFileSync(join(server.folder, 'feedback-key'), 'utf8').trim()
  const files = stored()
  // The test sees what is there.
  expect(files.some(file => file.includes('xa-cho-moi'))).toBe(true)
  for (const secret of [...secrets, code, key, key.slice(-60)])
    expect(
      files.filter(file => file.includes(secret)),
      secret,
    ).toEqual([])
  expect(files.filter(file => file.includes(Buffer.from(key, 'base64').subarray(-200)))).toEqual([])

  await server.start()
  expect(await textOfCode()).toMatchObject({ text: secrets[0], readable: true })
})

test('with another key nothing is read and petitions are taken; with both, old and new are read', async () => {
  const older = readFileSync(join(server.folder, 'feedback-key'), 'utf8').trim()
  const newer = makeFeedbackKey().secretKey
  await server.end('SIGTERM')
  environment.FEEDBACK_KEY = newer
  await server.start()
  expect(await textOfCode()).toMatchObject({ state: 'received', text: null, readable: false })
  const second = { ...petition, code: 'AAAAAAAAAAAA', text: 'Việc khác' }
  expect((await call('send_feedback', second)).status).toBe(200)
  await server.end('SIGTERM')
  environment.FEEDBACK_KEY = `${newer} ${older}`
  await server.start()
  expect(await textOfCode()).toMatchObject({ text: secrets[0], readable: true })
  expect((await call('feedback_status', { code: second.code })).body).toMatchObject({ text: 'Việc khác' })
})

test('the administrator’s key reads the list, and no petition', async () => {
  const { body } = await call('feedback_list', { office: 'xa-cho-moi' }, secretKey)
  expect(body).toHaveLength(2)
  expect(JSON.stringify(body)).not.toContain('Thử')
  for (const name of ['look_at_feedback', 'act_on_feedback'])
    expect(
      (await call(name, { feedback: body[0].id, action: 'take', seen: '1' }, secretKey)).status,
      name,
    ).toBeGreaterThan(400)
  expect((await call('feedback_texts', { office: 'xa-cho-moi' }, secretKey)).status).toBeGreaterThan(400)
})
