import { webcrypto } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { expect, test } from 'vitest'
import { codeShown, stepAt } from './rotating-code'

const plain = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

test('a key that the browser guards and one that is stored make the same code, and so does Postgres', async () => {
  const raw = Uint8Array.from(Buffer.from(plain, 'hex'))
  const guarded = await webcrypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const db = await PGlite.create({ extensions: { pgcrypto } })
  await db.exec('create extension pgcrypto')
  for (const step of [0, 31, 32, 9_789_132]) {
    const { rows } = await db.query<{ mac: string }>(
      `select encode(hmac(convert_to($1, 'UTF8'), decode($2, 'hex'), 'sha256'), 'hex') as mac`,
      [`code|X43Q58|${step}`, plain],
    )
    const letters = [step, ...Buffer.from(rows[0]?.mac ?? '', 'hex').subarray(0, 9)].map(
      byte => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32],
    )
    expect(await codeShown({ counter: 'X43Q58', key: { plain } }, step)).toBe(letters.join(''))
    expect(await codeShown({ counter: 'X43Q58', key: guarded as CryptoKey }, step)).toBe(letters.join(''))
  }
  await db.close()
})

test('a code is new every so many seconds, by the clock of the server', () => {
  const at = Date.UTC(2026, 10, 2, 8, 0, 0)
  expect(stepAt(at + 60_000, 180)).toEqual({ step: at / 180_000, left: 120_000 })
  expect(stepAt(at + 180_000, 180)).toEqual({ step: at / 180_000 + 1, left: 180_000 })
})
