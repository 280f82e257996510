// The witness against a server that lies. Nothing of the database is in it: the tree here is that of the definition.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCheckpoint } from '../src/lib/checkpoint/note.ts'
import { makeKey, readKey, signCheckpoint, verifierOf } from './ledger/note.ts'

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leftOf = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1)

/** RFC 9162, sections 2.1.1 and 2.1.4.1. */
function treeHash(leaves: string[]): Buffer {
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ''))
  const k = leftOf(leaves.length)
  return sha256(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}
function subproof(m: number, leaves: string[], isWhole: boolean): Buffer[] {
  if (m === leaves.length) return isWhole ? [] : [treeHash(leaves)]
  const k = leftOf(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m <= k ? [...subproof(m, left, isWhole), treeHash(right)] : [...subproof(m - k, right, false), treeHash(left)]
}

/** A key that is right, or the test fails. */
function newKey() {
  const key = readKey(makeKey('thu.example/ledger'))
  if (!key) throw new Error('no key')
  return key
}
const key = newKey()
const entries = (n: number, kind = 'entry') => Array.from({ length: n }, (_, i) => `${kind} ${i}`)

let shown: string[] = []
let called = key.name
let signer = key
let handedIn: unknown[] = []
const answers: Record<string, (body: Record<string, string>) => unknown> = {
  ledger_checkpoint: () => {
    const text = `${called}\n${shown.length}\n${treeHash(shown).toString('base64')}\n`
    return { note: `${text}\n— ${called} ${signCheckpoint(text, signer)}\n` }
  },
  ledger_consistency: ({ first, second }) =>
    subproof(Number(first), shown.slice(0, Number(second)), true).map(hash => hash.toString('base64')),
  add_cosignature: body => void handedIn.push(body),
}
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString()
  const name = request.url?.split('/').at(-1) ?? ''
  response.end(name === 'api.json' ? '{"key": "x"}' : JSON.stringify(answers[name]?.(JSON.parse(body)) ?? null))
})

let site = ''
const folders: string[] = []
beforeAll(async () => {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A witness with an empty folder; each call is a day. */
function witness() {
  const folder = mkdtempSync(join(tmpdir(), 'witness-'))
  folders.push(folder)
  const look = (leaves: string[], ...more: string[]) => {
    shown = leaves
    const args = [resolve('scripts/witness'), site, verifierOf(key.name, key.publicKey), 'bao.example/w1', ...more]
    return new Promise<string>(done => {
      const child = spawn(process.execPath, args, { cwd: folder })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
      child.on('exit', code => done(`${code}: ${said}`))
    })
  }
  const state = () => JSON.parse(readFileSync(join(folder, 'bao.example_w1.json'), 'utf8'))
  return { look, state }
}

test('the program has at most sixty lines', () => {
  expect(readFileSync('scripts/witness', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(60)
})

test('it signs a ledger that grows, and its signature is right in the browser', async () => {
  const { look, state } = witness()
  expect(await look(entries(5))).toMatch(/^0: thu.example\/ledger: 5 entries, seen for the first time/)
  for (const size of [5, 6, 8, 13, 64, 65, 200]) {
    expect(await look(entries(size))).toMatch(/^0: .*which contain those seen before/)
  }
  handedIn = []
  const said = await look(entries(201), 'TOKEN')
  const signature = /— bao.example\/w1 (\S+)/.exec(said)?.[1] ?? ''
  expect(handedIn).toEqual([
    { token: 'TOKEN', size: '201', root: treeHash(entries(201)).toString('base64'), signature },
  ])
  const own = Buffer.from(state().key.x, 'base64url').toString('base64')
  const keys = [
    { name: key.name, public_key: key.publicKey, is_log: true },
    { name: 'bao.example/w1', public_key: own, is_log: false },
  ]
  const checkpoint = { size: 201, made_on: '', origin: '', root: '', keys }
  const note = `${state().note}— bao.example/w1 ${signature}\n`
  const [checked] = checkCheckpoint({ ...checkpoint, note }).witnesses
  expect(checked).toMatchObject({ name: 'bao.example/w1', isRight: true })
  expect(Math.abs((checked?.at ?? 0) - Date.now() / 1000)).toBeLessThan(60)
  expect(checkCheckpoint({ ...checkpoint, note: note.replace('\n201\n', '\n202\n') })).toMatchObject({
    signed: 'wrong',
    witnesses: [{ isRight: false }],
  })
}, 60_000)

test('a split view is caught, and nothing is signed', async () => {
  const { look, state } = witness()
  await look(entries(40))
  const before = state()
  const other = entries(60).with(17, 'another entry')
  handedIn = []
  const said = await look(other, 'TOKEN')
  expect(said).toMatch(/^2: SPLIT VIEW/)
  // Both signed checkpoints, to be published.
  expect(said.match(/^— thu.example\/ledger /gm)).toHaveLength(2)
  expect([handedIn, state()]).toEqual([[], before])
  expect(await look(entries(40).with(0, 'another entry'))).toMatch(/^2: SPLIT VIEW/)
  expect(await look(entries(60))).toMatch(/^0: /)
}, 60_000)

test('a ledger that was taken back is caught', async () => {
  const { look, state } = witness()
  await look(entries(40))
  expect(await look(entries(39))).toMatch(/^2: TAKEN BACK/)
  expect(state().size).toBe(40)
}, 60_000)

test('a checkpoint that another key has signed is not taken', async () => {
  const { look } = witness()
  signer = newKey()
  expect(await look(entries(3))).toMatch(/^2: NOT SIGNED/)
  signer = key
}, 60_000)

test('the true ledger begins anew where made-up ratings were cleared away, and never the other way round', async () => {
  const { look } = witness()
  called = `${key.name}/illustrative`
  expect(await look(entries(40))).toMatch(/^0: .*seen for the first time/)
  expect(await look(entries(41))).toMatch(/^0: .*which contain those seen before/)
  called = key.name
  expect(await look(entries(3, 'true entry'))).toMatch(/^0: thu.example\/ledger: 3 entries, seen for the first time/)
  expect(await look(entries(5, 'true entry'))).toMatch(/^0: .*which contain those seen before/)
  called = `${key.name}/illustrative`
  expect(await look(entries(60))).toMatch(/^2: SPLIT VIEW/)
  called = key.name
}, 60_000)
