// npm run pack: one archive of this commit that starts on a machine without a package registry.
//
//   npm run pack                  into the folder above this one
//   npm run pack -- --to <folder>
//
// It holds the commit's files and the installed packages, their programs and Node itself included: so it is for one
// operating system, which its name says. The same commit with the same packages makes the same bytes.

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { measure } from '../backup/files.ts'
import { isInstalled, root } from '../bootstrap.js'
import { readArguments, run, step, UserError } from '../terminal.js'

const execute = promisify(execFile)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** What Vite and others keep there between two runs. */
const notPacked = ['node_modules/.cache', 'node_modules/.vite', 'node_modules/.vite-temp', 'node_modules/.vitest']

export const packName = `hai-long-${version}-${process.platform}-${process.arch}`

async function output(program: string, args: string[]) {
  const { stdout } = await execute(program, args, { cwd: root })
  return stdout.trim()
}

/** Lays the files of the commit, and nothing that lies beside them, into a folder. */
export async function layOut(folder: string) {
  mkdirSync(folder, { recursive: true })
  const archive = join(dirname(folder), 'commit.tar')
  await output('git', ['archive', '--format=tar', `--output=${archive}`, 'HEAD'])
  await output('tar', ['-xf', archive, '-C', folder])
  rmSync(archive)
}

/**
 * Two folders, one archive: that of the commit, which lies in stage, and the packages under the same name. Links between
 * files are kept, and those of programs, which are relative, as they are.
 */
export async function write(stage: string, archive: string, packages = root) {
  const seconds = await output('git', ['log', '-1', '--format=%ct'])
  const everywhere = [
    '--sort=name',
    `--mtime=@${seconds}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u+rwX,go+rX,go-w',
    '--format=gnu',
  ]
  const tar = join(stage, 'all.tar')
  await output('tar', [...everywhere, '-cf', tar, '-C', stage, packName])
  const left = notPacked.map(path => `--exclude=${path}`)
  const renamed = `--transform=s,^node_modules,${packName}/node_modules,S`
  await output('tar', [...everywhere, ...left, renamed, '-rf', tar, '-C', packages, 'node_modules'])
  await output('gzip', ['--no-name', '-6', tar])
  renameSync(`${tar}.gz`, archive)
}

/** Whatever is not committed would be missing where the archive is opened, and nobody would know. */
async function refuseUnfinished() {
  const changed = await output('git', ['status', '--porcelain'])
  if (changed) throw new UserError(`The archive is made of what is committed. Commit or put away first:\n${changed}`)
  if (!isInstalled()) throw new UserError('The packages are not those of package-lock.json: run npm ci first.')
}

async function pack(to: string) {
  await refuseUnfinished()
  const archive = join(to, `${packName}.tar.gz`)
  if (existsSync(archive))
    throw new UserError(`${archive} is there already: move it away, or name another folder with --to.`)
  mkdirSync(to, { recursive: true })
  // Beside the archive: renaming it there is one step, so that half of it never has its name.
  const stage = mkdtempSync(join(to, '.pack-'))
  try {
    await step('Laying out the commit', () => layOut(join(stage, packName)))
    await step('Packing it with its packages', () => write(stage, archive))
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
  const { size, sha256 } = measure(to, `${packName}.tar.gz`)
  writeFileSync(`${archive}.sha256`, `${sha256}  ${packName}.tar.gz\n`)
  console.log(`\n${archive}\n${(size / 1_000_000).toFixed(0)} MB, SHA-256 ${sha256}\n`)
  console.log(`On a machine that knows nothing of us: tar -xzf ${packName}.tar.gz && cd ${packName} && npm start`)
  console.log(`Without npm there: node_modules/node/bin/node scripts/start.js`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(async () => {
    const { values } = readArguments({ options: { to: { type: 'string', default: dirname(root.replace(/\/$/, '')) } } })
    await pack(resolve(values.to))
  })
}
