import { execFile } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { adminClient } from '../../scripts/admin/client.ts'
import { root } from '../../scripts/bootstrap.js'
import { exportTiles } from '../../scripts/ledger/export.ts'
import { ledgerKey } from '../../scripts/ledger/key.ts'
import { verifierOf } from '../../scripts/ledger/note.ts'
import { signCheckpoints } from '../../scripts/ledger/sign.ts'
import { localDay } from '../days.ts'
import { newRatingId, secretKey, serveForTests } from '../server/vitest-server.ts'

// The key lies beside an embedded database.
const server = serveForTests({ DATABASE_URL: '', LEDGER_KEY: '' })
const { folder, url, call } = server
const administrator = () => adminClient(url(), secretKey)
const receiptOf = (n: number) => `K7M4Q29X${String(n).padStart(4, '0')}`
const run = promisify(execFile)

async function answered<T>(name: string, body: unknown, key?: string) {
  const answer = await call(name, body, key)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as T
}

/** Twelve people at one counter, published. Only made-up ratings may be released on a day to come. */
async function publish(from: number, daysLater: number) {
  await answered('enter_illustrative_ratings', { days: [] }, secretKey)
  for (let n = from; n < from + 12; n++) {
    const device = `phone-of-person-${String(n).padStart(6, '0')}`
    const visit = { counter: '8K93N9', procedure: '1.001193', device }
    await answered('submit_rating', { ...visit, id: newRatingId(), score: 4 + (n % 2), receipt: receiptOf(n) })
  }
  for (let done = false; !done; ) {
    done = (await answered<{ done: boolean }>('release_ratings', { as_of: localDay(daysLater) }, secretKey)).done
  }
  await signCheckpoints(administrator(), ledgerKey(folder))
}

type Proof = {
  state: string
  batch: number
  salt: string
  leaf: { place: number; path: string[] }
  entry: { place: number; size: number; entry: string; path: string[] }
  checkpoint: { note: string }
}
const codeOf = (n: number) => createHash('sha256').update(receiptOf(n)).digest('hex').slice(0, 32)
const proofOf = (n: number) => answered<Proof>('receipt_proof', { code: codeOf(n) })

const bytesOf = (base64: string) => Buffer.from(base64, 'base64')
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leafHash = (leaf: Uint8Array) => sha256(Buffer.of(0), leaf)
const leftOf = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1)

/** From the top down, as RFC 9162 defines a path: the last hash is that of the other half. */
function rootOf(hash: Buffer, place: number, size: number, path: Buffer[]): Buffer {
  const beside = path.at(-1)
  if (size === 1 || !beside) return hash
  const [k, rest] = [leftOf(size), path.slice(0, -1)]
  if (place < k) return sha256(Buffer.of(1), rootOf(hash, place, k, rest), beside)
  return sha256(Buffer.of(1), beside, rootOf(hash, place - k, size - k, rest))
}

/** Follows a proof by the words of docs/publication.md, without anything of the app. */
function holds(code: string, { salt, leaf, entry, checkpoint }: Proof) {
  const fields = entry.entry.split('|')
  const mine = leafHash(Buffer.concat([bytesOf(salt), Buffer.from(code, 'hex')]))
  const inBatch = rootOf(mine, leaf.place, Number(fields[8]), leaf.path.map(bytesOf)).toString('hex') === fields[18]
  const [text = '', line = ''] = checkpoint.note.split(/(?<=\n)\n/)
  const top = rootOf(leafHash(Buffer.from(entry.entry)), entry.place, entry.size, entry.path.map(bytesOf))
  const x = bytesOf(ledgerKey(folder).publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const signature = bytesOf(line.split(/[ \n]/)[2] ?? '').subarray(4)
  return inBatch && top.toString('base64') === text.split('\n')[2] && verify(null, Buffer.from(text), key, signature)
}

test('a release is signed with a key that nobody else reads, and each receipt leads to the signature', async () => {
  expect(statSync(join(folder, 'ledger-key')).mode & 0o777).toBe(0o600)
  await publish(0, 1)
  const proofs = await Promise.all(Array.from({ length: 12 }, (_, n) => proofOf(n)))
  expect(proofs.map((proof, n) => holds(codeOf(n), proof))).toEqual(Array(12).fill(true))
  expect(new Set(proofs.map(({ leaf }) => leaf.place)).size).toBe(12)
  expect(JSON.stringify(proofs)).not.toMatch(/"score|phone|K7M4/)
  expect(JSON.stringify(proofs[0]?.entry).length).toBeLessThan(2000)
})

test('a rating that is left out of its batch has no proof', async () => {
  const [one, other] = [await proofOf(0), await proofOf(1)]
  expect(holds(codeOf(99), one)).toBe(false)
  expect(holds(codeOf(0), { ...one, leaf: other.leaf })).toBe(false)
  expect(holds(codeOf(0), { ...one, salt: other.salt })).toBe(false)
  expect((await call('receipt_proof', { code: codeOf(99) })).body).toMatchObject({ message: 'receipt_unknown' })
})

/** RFC 9162, section 2.1.1. */
function treeHash(leaves: Buffer[]): Buffer {
  const [only] = leaves
  if (only && leaves.length === 1) return leafHash(only)
  const k = leftOf(leaves.length)
  return sha256(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

/** The entries of a bundle: each after its length in two bytes. */
function entriesOf(bundle: Buffer) {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at)
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}

test('the tree is there as files, and the same when they are written out', async () => {
  const note = await (await fetch(url('/ledger/checkpoint'))).text()
  const [, size = '', shownRoot] = note.split('\n')
  const bundle = await fetch(url(`/ledger/tile/entries/000.p/${size}`))
  expect(bundle.headers.get('content-type')).toBe('application/octet-stream')
  const bytes = Buffer.from(await bundle.arrayBuffer())
  expect(treeHash(entriesOf(bytes)).toString('base64')).toBe(shownRoot)
  for (const path of ['tile/0/001', 'tile/0/000', 'tile/x', '../../.env', 'tile/entries/000.p/999', ''])
    expect((await fetch(url(`/ledger/${path}`))).status, path).toBe(404)

  const out = join(folder, 'out')
  expect(await exportTiles(administrator(), out)).toBe(3)
  expect(readFileSync(join(out, 'checkpoint'), 'utf8')).toBe(note)
  expect(readFileSync(join(out, `tile/entries/000.p/${size}`))).toEqual(bytes)
  const hashes = await (await fetch(url(`/ledger/tile/0/000.p/${size}`))).arrayBuffer()
  expect(readFileSync(join(out, `tile/0/000.p/${size}`))).toEqual(Buffer.from(hashes))
})

test('a witness signs one release after the other, and is shown', async () => {
  const { name, publicKey } = ledgerKey(folder)
  const cwd = join(folder, 'witness')
  mkdirSync(cwd)
  const look = (...more: string[]) => {
    const program = [join(root, 'scripts/witness'), url(), verifierOf(name, publicKey), 'bao.example/w1', ...more]
    return run(process.execPath, program, { cwd })
  }
  const first = await look()
  expect(first.stdout).toContain('seen for the first time')
  const [, key] = /bao\.example\/w1 (\S{44})\n$/.exec(first.stdout) ?? []
  const token = await answered<string>('register_witness', { name: 'bao.example/w1', public_key: key }, secretKey)
  await publish(20, 2)
  const second = await look(token)
  expect(second.stdout).toContain('which contain those seen before')
  const { note, size } = await answered<{ note: string; size: number }>('ledger_checkpoint', {})
  expect(note).toContain(/— bao\.example\/w1 \S+/.exec(second.stdout)?.[0])
  expect(holds(codeOf(20), await proofOf(20))).toBe(true)
  const stranger = { token: 'x', size: String(size), signature: 'x' }
  expect((await call('add_cosignature', stranger)).body).toMatchObject({ message: 'witness_token_unknown' })
})
