import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeKey, readKey, signCheckpoint } from '../../../scripts/ledger/note.ts'
import { checkReceiptProof, proofCode, type ReceiptProof } from './receipt-proof'

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leaf = (data: Uint8Array) => sha256(Buffer.of(0), data)
const node = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right)
const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64')

const key = readKey(makeKey('thu.example/ledger'))
if (!key) throw new Error('no key')

// A batch of three people, and a ledger of two entries: a change of a rule and that batch.
const people = ['K7M4Q29XDP3T', 'K7M4Q29XDP3V', 'K7M4Q29XDP3W']
const salts = people.map((_, i) => sha256(Buffer.of(7, i)))
const [l0, l1, l2] = people.map((receipt, i) =>
  leaf(Buffer.concat([salts[i] ?? Buffer.of(), Buffer.from(proofCode(receipt), 'hex')])),
) as [Buffer, Buffer, Buffer]
const root = node(node(l0, l1), l2).toString('hex')
const entryOf = (n: number, receiptsRoot: string) =>
  `${'0'.repeat(64)}|7|thu|||||2026-03-02|${n}|0|0|0|${n}|0||||2026-03-02|${receiptsRoot}`

/** What an honest server says of the third; `change` is a lie. The ledger is made of whatever the entry is. */
function proof(change: Partial<ReceiptProof> = {}, entry = entryOf(3, root), signer = key): ReceiptProof {
  const before = leaf(Buffer.from('a change of a rule'))
  const top = base64(node(before, leaf(Buffer.from(entry))))
  const text = `thu.example/ledger\n2\n${top}\n`
  const note = `${text}\n— thu.example/ledger ${signer ? signCheckpoint(text, signer) : ''}\n`
  const keys = [{ name: 'thu.example/ledger', public_key: key?.publicKey ?? '', is_log: true }]
  return {
    state: 'counted',
    batch: 7,
    salt: base64(salts[2] ?? Buffer.of()),
    leaf: { place: 2, path: [base64(node(l0, l1))] },
    entry: { place: 1, size: 2, entry, path: [base64(before)] },
    checkpoint: { size: 2, made_on: '2026-03-02', origin: 'thu.example/ledger', root: top, note, keys },
    ...change,
  }
}
const code = proofCode('K7M4Q29XDP3W')
const outcome = (said: ReceiptProof, of = code) => checkReceiptProof(of, said).outcome

test('an honest proof holds', () => {
  expect(checkReceiptProof(code, proof())).toMatchObject({
    outcome: 'holds',
    batch: 7,
    checkpoint: { signed: 'right' },
  })
})

test('a rating that was left out of its batch is caught by its receipt, whatever the server says', () => {
  const other = proofCode('K7M4Q29XDP3X')
  expect(outcome(proof(), other)).toBe('not_in_batch')
  expect(outcome(proof({ leaf: null }), other)).toBe('not_in_batch')
  // The place, the path or the salt of somebody who is in it.
  expect(outcome(proof({ leaf: { place: 0, path: [base64(l1), base64(l2)] } }))).toBe('not_in_batch')
  expect(outcome(proof({ salt: base64(salts[0] ?? Buffer.of()) }))).toBe('not_in_batch')
  // A fourth leaf in a batch of three.
  const stuffed = node(node(l0, l1), node(l2, leaf(Buffer.from('one more')))).toString('hex')
  const place = { place: 2, path: [base64(leaf(Buffer.from('one more'))), base64(node(l0, l1))] }
  expect(outcome(proof({ leaf: place }, entryOf(3, stuffed)))).toBe('not_in_batch')
  expect(outcome(proof({ leaf: place }, entryOf(4, stuffed)))).toBe('holds')
  // A batch of another number.
  expect(outcome(proof({ batch: 8 }))).toBe('not_in_batch')
})

test('a batch that was made up for one person is in no ledger', () => {
  const honest = proof()
  const alone = entryOf(1, leaf(Buffer.concat([salts[2] ?? Buffer.of(), Buffer.from(code, 'hex')])).toString('hex'))
  const entry = { ...(honest.entry as NonNullable<ReceiptProof['entry']>), entry: alone }
  expect(outcome({ ...honest, leaf: { place: 0, path: [] }, entry })).toBe('not_in_ledger')
  expect(outcome({ ...honest, entry: { ...entry, entry: entryOf(3, root), place: 0 } })).toBe('not_in_ledger')
})

test('a ledger of its own for one person needs the key of the ledger', () => {
  const signer = readKey(makeKey('thu.example/ledger'))
  expect(outcome(proof({}, entryOf(3, root), signer))).toBe('wrong_signature')
  const { checkpoint } = proof()
  const unsigned = checkpoint && { ...checkpoint, note: checkpoint.note.replace(/— .*\n/, '') }
  expect(outcome(proof({ checkpoint: unsigned ?? null }))).toBe('unsigned')
})

test('what is not there yet, or never was, is said', () => {
  expect(outcome(proof({ entry: null }))).toBe('unsigned')
  expect(outcome({ state: 'counted', batch: 7 })).toBe('uncommitted')
  expect(outcome({ state: 'waiting', batch: null })).toBe('not_counted')
  expect(outcome(proof({ salt: 'not base64!' }))).toBe('not_in_ledger')
})

test('a batch that was voided is said to be so, whether or not the proof holds', () => {
  const voided = { reason: 'Kiosk để ở nhà kho', on: '2026-03-05' }
  expect(checkReceiptProof(code, proof({ voided }))).toMatchObject({ outcome: 'holds', voided })
  expect(checkReceiptProof(code, { state: 'counted', batch: 7, voided })).toMatchObject({
    outcome: 'uncommitted',
    voided,
  })
  expect(checkReceiptProof(code, proof({ voided: null }))).not.toHaveProperty('voided')
})
