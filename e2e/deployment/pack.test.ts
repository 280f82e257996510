// What npm run pack makes: an archive that starts where no registry answers.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../scripts/bootstrap.js'
import { freePort } from '../../scripts/checks/test-server.ts'
import { layOut, packName, write } from '../../scripts/deploy/pack.ts'

// An archive that was opened has no history to make another from.
const here = it.skipIf(!existsSync(join(root, '.git')))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hai-long-pack-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

here('holds packages with their links, and twice the same bytes', async () => {
  const source = join(folder, 'source')
  const packages = join(source, 'node_modules')
  mkdirSync(join(packages, '.bin'), { recursive: true })
  mkdirSync(join(packages, 'node/inner'), { recursive: true })
  mkdirSync(join(packages, '.vite'))
  writeFileSync(join(packages, '.package-lock.json'), '{}')
  writeFileSync(join(packages, '.vite/left'), 'what a run leaves behind')
  writeFileSync(join(packages, 'node/program'), 'a program', { mode: 0o755 })
  // The package "node" is one file under two names.
  linkSync(join(packages, 'node/program'), join(packages, 'node/inner/program'))
  symlinkSync('../node/program', join(packages, '.bin/program'))
  const stage = join(folder, 'stage')
  mkdirSync(join(stage, packName), { recursive: true })
  writeFileSync(join(stage, packName, 'README.md'), 'read me')

  const [first, second] = [join(folder, 'first.tar.gz'), join(folder, 'second.tar.gz')]
  for (const archive of [first, second]) await write(stage, archive, source)
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true)

  const opened = join(folder, 'opened')
  mkdirSync(opened)
  execFileSync('tar', ['-xzf', first, '-C', opened])
  const inside = (path: string) => join(opened, packName, path)
  expect(readFileSync(inside('README.md'), 'utf8')).toBe('read me')
  expect(readFileSync(inside('node_modules/.package-lock.json'), 'utf8')).toBe('{}')
  expect(readFileSync(inside('node_modules/node/inner/program'), 'utf8')).toBe('a program')
  expect(lstatSync(inside('node_modules/node/program')).mode & 0o111).toBe(0o111)
  expect(readlinkSync(inside('node_modules/.bin/program'))).toBe('../node/program')
  expect(existsSync(inside('node_modules/.vite'))).toBe(false)
})

here('starts where no registry answers', async () => {
  const place = join(folder, packName)
  await layOut(place)
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  const port = await freePort()
  const nowhere = 'http://127.0.0.1:9'
  const child = spawn(process.execPath, ['scripts/start.js', '--no-demo', '--host', '127.0.0.1', '--port', `${port}`], {
    cwd: place,
    env: { PATH: process.env.PATH, HOME: folder, npm_config_registry: nowhere, npm_config_cache: join(folder, 'none') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  try {
    await expect.poll(() => said, { timeout: 120_000 }).toContain('is running.')
    expect(said).not.toContain('Installing')
    const page = await fetch(`http://127.0.0.1:${port}/r/8K93N9`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Ông/Bà')
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})
