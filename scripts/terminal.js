// What the person at the terminal sees. Plain JavaScript, because it also runs before the project's own Node is there.

import { parseArgs } from 'node:util'

/** Something the person can put right: shown as one sentence, without a stack. */
export class UserError extends Error {}

const isTerminal = process.stdout.isTTY === true
const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Does one named piece of work and shows how long it takes, also while it takes it. Where there is no terminal (a log, a
 * service manager) it writes a line when it starts and another every ten seconds.
 *
 * @template T
 * @param {string} name
 * @param {(report: (detail: string) => void) => T | Promise<T>} work calls `report` to tell how far it is
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = Date.now()
  let detail = ''
  const line = (/** @type {string} */ mark) => `${mark} ${name}${detail && ` (${detail})`}  ${seconds(start)}`
  const show = () => process.stdout.write(isTerminal ? `\r\u001b[K${line('…')}` : `${line('…')}\n`)
  show()
  const timer = setInterval(show, isTerminal ? 500 : 10_000)
  try {
    const result = await work(text => {
      detail = text
    })
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}${line('✓')}\n`)
    return result
  } catch (error) {
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}${line('✗')}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** One rating, two ratings: as English counts. */
export const counted = (/** @type {number} */ n, /** @type {string} */ word) => `${n} ${word}${n === 1 ? '' : 's'}`

/**
 * What the command line says; a word that is none of the options ends the program with a sentence.
 *
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function readArguments(config) {
  try {
    return parseArgs(config)
  } catch (error) {
    const known = Object.keys(config.options ?? {}).map(name => `--${name}`)
    console.error(`\n${/** @type {Error} */ (error).message.split('. ')[0]}. Known here: ${known.join(', ')}.`)
    process.exit(1)
  }
}

/** Runs a program's main function: a UserError ends it with its sentence, anything else with a stack to report. */
export async function run(/** @type {() => unknown} */ main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error)
    process.exit(1)
  }
}

/**
 * A sentence for a file that cannot be written, or nothing when the error is about something else.
 *
 * @param {unknown} error
 * @param {string} path
 */
export function writeError(error, path) {
  const code = /** @type {NodeJS.ErrnoException} */ (error)?.code ?? ''
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new UserError(
      `${path} cannot be written (${code}): give this user permission to write there, then start again.`,
    )
  }
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return new UserError(`The disk that holds ${path} is full: free some space, then start again.`)
  return undefined
}
