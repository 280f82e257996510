// What anybody can download holds nothing that opens the database, and says nothing of the machine that built it.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/bootstrap.js'

const dist = join(root, 'dist')
const temp = join(root, 'supabase/.temp')
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => statSync(join(folder, file)).isFile())

// A key names its role in its second part, which can only be read when it is decoded.
const isSecretToken = (token: string) =>
  /"role":"(?!anon")/.test(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

const shapes = [
  /sb_secret_\w{8,}/,
  /postgres(?:ql)?:\/\/[^\s"'`@/]+@/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /AGE-SECRET-KEY-|PRIVATE\+KEY\+/,
  /[#@] ?sourceMappingURL=/,
]

// What this copy was given, and what it made for itself.
const known = [
  ...['SUPABASE_SECRET_KEY', 'SUPABASE_JWT_SECRET', 'DATABASE_URL', 'LEDGER_KEY', 'FEEDBACK_KEY'].map(
    name => process.env[name],
  ),
  ...['feedback-key', 'ledger-key']
    .map(file => join(temp, file))
    .filter(file => existsSync(file))
    .map(file => readFileSync(file, 'utf8').trim()),
  root,
  homedir(),
].filter((value): value is string => (value?.length ?? 0) > 7)

const found = (text: string) => [
  ...shapes.filter(shape => shape.test(text)).map(String),
  ...known.filter(value => text.includes(value)).map(() => 'a known value'),
  ...(text.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? []).filter(isSecretToken).map(() => 'a key of another role'),
]

it('is built without source maps', () => {
  expect(filesOf(dist).filter(file => file.endsWith('.map'))).toEqual([])
})

it('holds no secret and no path of the machine', () => {
  const files = filesOf(dist)
  expect(files).toContain('index.html')
  const telling = files.flatMap(file => found(readFileSync(join(dist, file), 'latin1')).map(what => `${file}: ${what}`))
  expect(telling).toEqual([])
})

it('would see each of them', () => {
  const token = (role: string) =>
    ['{"alg":"HS256"}', `{"iss":"supabase","role":"${role}"}`, 'x']
      .map(part => Buffer.from(part).toString('base64url'))
      .join('.')
  for (const secret of [
    `"${'sb_secret_'}abcdefgh12345678"`,
    'postgresql://postgres:secret@db.example/postgres',
    '-----BEGIN EC PRIVATE KEY-----',
    'PRIVATE+KEY+example/ledger+1234',
    '//# sourceMappingURL=index.js.map',
    join(root, 'src/main.tsx'),
    token('service_role'),
  ])
    expect(found(`const a = ${secret}`), secret).toHaveLength(1)
  expect(found(token('anon'))).toEqual([])
  expect(found('postgres://localhost/')).toEqual([])
})
