import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { feedbackKeys, makeFeedbackKey, publicKeyOf } from './feedback-key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hai-long-key-'))
  vi.stubEnv('FEEDBACK_KEY', '')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
})

test('pgcrypto seals with the public key and opens with the private one, and with no other', async () => {
  const db = await PGlite.create({ extensions: { pgcrypto } })
  await db.exec('create extension pgcrypto')
  const [own, other] = [makeFeedbackKey(), makeFeedbackKey()]
  const text = 'Phải đi lại ba lần. 🙂'
  const sealed = await db.query<{ sealed: Uint8Array }>(`select pgp_pub_encrypt($1, decode($2, 'base64')) as sealed`, [
    text,
    own.publicKey,
  ])
  const open = (key: string) =>
    db.query<{ text: string }>(`select pgp_pub_decrypt($1, decode($2, 'base64')) as text`, [
      sealed.rows[0]?.sealed,
      key,
    ])
  expect((await open(own.secretKey)).rows[0]?.text).toBe(text)
  await expect(open(other.secretKey)).rejects.toThrow('Wrong key')
  await expect(open(own.publicKey)).rejects.toThrow()
  await db.close()
})

test('the public key is read out of the private one', () => {
  const { publicKey, secretKey } = makeFeedbackKey()
  expect(publicKeyOf(secretKey)).toBe(publicKey)
  for (const none of ['', 'x', publicKey, secretKey.slice(0, 40)]) expect(publicKeyOf(none)).toBeUndefined()
})

test('a key is made once, and only its user reads it', () => {
  const made = feedbackKeys(folder)
  expect(feedbackKeys(folder)).toBe(made)
  expect(statSync(join(folder, 'feedback-key')).mode & 0o077).toBe(0)
  expect(readFileSync(join(folder, 'feedback-key'), 'utf8')).toBe(`${made}\n`)
})

test('that of the environment comes before it, several are kept in their order, and what is none stops the start', () => {
  const [newer, older] = [makeFeedbackKey().secretKey, makeFeedbackKey().secretKey]
  vi.stubEnv('FEEDBACK_KEY', `${newer} ${older}`)
  expect(feedbackKeys(folder)).toBe(`${newer} ${older}`)
  vi.stubEnv('FEEDBACK_KEY', 'geheim')
  expect(() => feedbackKeys(folder)).toThrow('FEEDBACK_KEY holds no key')
  vi.stubEnv('FEEDBACK_KEY', '')
  writeFileSync(join(folder, 'feedback-key'), 'broken')
  expect(() => feedbackKeys(folder)).toThrow('feedback-key holds no key')
})
