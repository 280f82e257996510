import { describe, expect, test } from 'vitest'
import { makeKey, readKey, signCheckpoint, verifierOf } from '../../../scripts/ledger/note.ts'
import { fromBase64 } from './bytes'
import { checkCheckpoint, fingerprint, isSignature, keyId, readNote, verifierOf as shownVerifier } from './note'

// The example of C2SP signed-note, which is that of golang.org/x/mod/sumdb/note too.
const example = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
const examplesKey = fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').slice(1)

test('the example of the standard holds, and no longer when a letter differs', () => {
  const { text, lines } = readNote(example)
  const [line] = lines
  if (!line) throw new Error('no line')
  expect(keyId('PeterNeumann', 1, examplesKey)).toEqual(Uint8Array.of(0xc7, 0x4f, 0x20, 0xa3))
  expect(isSignature(text, line, examplesKey)).toBe(true)
  expect(isSignature(text.replace('you', 'I'), line, examplesKey)).toBe(false)
  expect(isSignature(text, { ...line, name: 'Peter' }, examplesKey)).toBe(false)
  expect(isSignature(text, { ...line, bytes: line.bytes.with(40, 1) }, examplesKey)).toBe(false)
})

describe('a checkpoint', () => {
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
  const text = `thu.example/ledger\n20852163\n${root}\n`
  const key = readKey(makeKey('thu.example/ledger'))
  const other = readKey(makeKey('thu.example/ledger'))
  if (!key || !other) throw new Error('no key')
  const keys = [{ name: key.name, public_key: key.publicKey, is_log: true }]
  const checked = (note: string) => checkCheckpoint({ size: 0, made_on: '', origin: '', root: '', note, keys })
  const signedBy = (signer: typeof key, name = key.name) => `${text}\n— ${name} ${signCheckpoint(text, signer)}\n`

  test('signed here is right there', () => {
    expect(checked(signedBy(key))).toMatchObject({ origin: key.name, tree: { size: 20852163 }, signed: 'right' })
    expect(checked(`${text}\n`).signed).toBe('missing')
    expect(checked(signedBy(other)).signed).toBe('wrong')
    expect(checked(signedBy(key).replace('20852163', '20852162')).signed).toBe('wrong')
    // Of somebody else's name, which the key may not sign for.
    expect(checked(signedBy(key, 'other.example')).signed).toBe('missing')
  })

  test('what is none is refused', () => {
    for (const note of ['', 'x', `${text}`, text.replace('20852163', '-1'), text.replace(root, 'x')])
      expect(() => checked(note), note).toThrow()
  })

  test('keys are one line each, and a wrong one is none', () => {
    const line = makeKey('thu.example/ledger')
    const read = readKey(`${line}\n`)
    expect(read?.name).toBe('thu.example/ledger')
    for (const origin of ['thu.example/ledger', 'thu.example/ledger/illustrative'])
      expect(shownVerifier(origin, key.publicKey)).toBe(verifierOf('thu.example/ledger', key.publicKey))
    expect(verifierOf('thu.example/ledger', read?.publicKey ?? '')).toMatch(/^thu\.example\/ledger\+[0-9a-f]{8}\+A/)
    for (const wrong of ['', 'x', line.replace('ledger+', 'ladder+'), line.slice(0, -4), makeKey('Thử')])
      expect(readKey(wrong), wrong).toBeUndefined()
    expect(readKey(makeKey())?.name).toMatch(/^hai-long\/[0-9a-f]{8}$/)
    expect(fingerprint(key.publicKey)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/)
  })
})
