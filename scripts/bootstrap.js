// Gets the project's packages and its own Node. Everything here runs on the Node that the machine happens to have.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { step, UserError } from './terminal.js'

export const root = fileURLToPath(new URL('..', import.meta.url))
const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/** @returns {Record<string, LockedPackage>} */
const lockedPackages = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

/** Whether node_modules is what package-lock.json asks for. npm writes its own record last, so half an install is not. */
export function isInstalled() {
  try {
    const installed = lockedPackages('node_modules/.package-lock.json')
    return Object.entries(lockedPackages('package-lock.json')).every(([path, wanted]) => {
      const found = installed[path]
      // Packages for other operating systems are in the lock file and stay out of node_modules.
      return path === '' || (found ? found.version === wanted.version : wanted.optional || wanted.devOptional)
    })
  } catch {
    return false
  }
}

/** Installs what the lock file says, unless it is there. */
export async function preparePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new UserError(
      `Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org.`,
    )
  }
  if (isInstalled() && existsSync(ownNode)) return
  await step('Installing packages, once', install)
}

const npmArguments = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
// A connection that fails is tried again for half a minute, not for npm's two: a person is watching.
const patience = [
  '--prefer-offline',
  '--fetch-retries=3',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=10000',
]

/** Asks the registry once: without a network npm would ask for every package in turn, for minutes. */
async function isRegistryOutOfReach(/** @type {string} */ path) {
  const { status, errors } = await output('npm', ['ping', '--loglevel=error', '--fetch-retries=0'], path)
  return status !== 0 && networkFailures.test(errors)
}

async function install() {
  // Not the Node that lies in node_modules: npm is about to replace it.
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'))
  const path = folders.join(delimiter)
  const how = (await isRegistryOutOfReach(path)) ? ['--offline'] : patience
  const { status, errors } = await output('npm', [...npmArguments, ...how], path)
  if (status !== 0) throw installError(errors)
  if (!existsSync(ownNode))
    throw new UserError('The package "node" came without its program: allow npm install scripts and start again.')
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} path
 * @returns {Promise<{ status: number | null, errors: string }>}
 */
function output(command, args, path) {
  return new Promise((resolve, reject) => {
    let errors = ''
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: path, DO_NOT_TRACK: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    child.on('error', () =>
      reject(new UserError(`${command} was not found: install Node with npm from https://nodejs.org.`)),
    )
    child.on('close', status => resolve({ status, errors }))
  })
}

const networkFailures =
  /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i

function installError(/** @type {string} */ errors) {
  if (/EACCES|EPERM|EROFS/.test(errors)) {
    return new UserError(
      `${join(root, 'node_modules')} cannot be written: give this user permission to write there, then start again.`,
    )
  }
  if (/ENOSPC/.test(errors)) return new UserError('The disk is full: free about 1 GB, then start again.')
  if (networkFailures.test(errors)) {
    return new UserError(
      'npm could not reach the package registry: connect this machine to the network, then start again.',
    )
  }
  return new UserError(`npm could not install the packages:\n${errors.trim().split('\n').slice(-8).join('\n')}`)
}

// node:sqlite, which holds the lock on the data folder, still calls itself experimental.
const noWarning = '--disable-warning=ExperimentalWarning'

/**
 * Hands over to a script on the project's own Node and ends with it. A signal to this process is passed on; if this
 * process is killed, the closed channel tells the script to stop. With `watch` a script that was killed by its watchdog
 * is started again, without building the app once more.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {(child: import('node:child_process').ChildProcess) => () => boolean} [watch]
 */
export function handOver(script, args, watch = () => () => false) {
  let isStopping = false
  const begin = (/** @type {string[]} */ added) => {
    const child = spawn(ownNode, [noWarning, join(root, 'scripts', script), ...args, ...added], {
      cwd: root,
      env: { ...process.env, DO_NOT_TRACK: '1' },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    const wasKilled = watch(child)
    child.on('exit', (code, signal) => {
      if (wasKilled() && !isStopping) current = begin(['--no-build'])
      else process.exit(signal ? 1 : (code ?? 1))
    })
    return child
  }
  let current = begin([])
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    isStopping = true
    current.kill(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal))
  stopWithNpm(() => stop('SIGTERM'))
}

/**
 * npm starts us through a shell that passes no signal on: whoever stops npm by its process number would leave the server
 * behind. So we watch the shell and, where the system tells, npm itself.
 *
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(timer)
    stop()
  }, 500)
}

/** The parent of a process on Linux (proc(5): the second field after the name in parentheses), else undefined. */
function parentOf(/** @type {number} */ pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
  } catch {
    return undefined
  }
}
