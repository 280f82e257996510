import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../bootstrap.js'

const folder = mkdtempSync(join(tmpdir(), 'control-sample-'))
afterAll(() => rmSync(folder, { recursive: true }))
const dossiers = join(folder, 'dossiers.csv')
writeFileSync(dossiers, '\uFEFFtelephone,code\r\n0912000001,k7m4q-29xdp\r\n"0912000002","C0DE000002"\r\n')
const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'docs/clients/control-sample.mjs'), dossiers, ...args], {
    encoding: 'utf8',
  })
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('the telephone numbers stand beside the marks that interviewers see, and no code does', () => {
  const lines = [`${sha256('K7M4Q29XDP').slice(0, 12)},0912000001`, `${sha256('C0DE000002').slice(0, 12)},0912000002`]
  expect(run().trim().split('\n')).toEqual(['mark,telephone', ...lines.sort()])
})

test('a sample is drawn again from its seed', () => {
  const hashes = ['K7M4Q29XDP', 'C0DE000002'].map(code => sha256(code).slice(0, 32))
  const [first] = hashes.sort((a, b) => (sha256(`seed|${a}`) < sha256(`seed|${b}`) ? -1 : 1))
  expect(run('--draw', 'seed', '1')).toContain(`2 codes, sample_hash ${sha256(first ?? '')}`)
})
