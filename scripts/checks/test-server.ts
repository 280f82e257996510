import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../bootstrap.js'

/** A port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** A folder for the data of a server without made-up ratings: empty, or with the database of `prepareFolder`. */
export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const prepared = process.env.PREPARED_FOLDER
  if (prepared && !process.env.TEST_DATABASE_URL) cpSync(prepared, folder, { recursive: true })
  return folder
}

/**
 * Lets every server of the tests begin with a copy of a database that one has made, in place of a minute of migrations for
 * a dozen of them. Answers with what takes it away.
 */
export async function prepareFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const server = await startServer(folder, ['--no-demo'])
  await server.end('SIGTERM')
  process.env.PREPARED_FOLDER = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

export type Served = {
  url: string
  /** Everything it has printed so far. */
  output: () => string
  /** Ends the process with a signal and resolves when it is gone. */
  end: (signal: NodeJS.Signals) => Promise<void>
}

/**
 * Starts a server of its own and resolves when it serves. Its output is shown only if it ends before that. `preloaded`: a
 * module that its process runs before the server.
 */
export async function startServer(
  folder: string,
  args: string[],
  environment: Record<string, string> = {},
  preloaded?: URL,
): Promise<Served> {
  const port = await freePort()
  const node = ['--disable-warning=ExperimentalWarning', ...(preloaded ? [`--import=${preloaded}`] : [])]
  const script = [...node, join(root, 'scripts/server/serve.ts')]
  const child = spawn(process.execPath, [...script, '--host', '127.0.0.1', '--port', String(port), ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: folder,
      DATABASE_URL: process.env.TEST_DATABASE_URL ?? '',
      DO_NOT_TRACK: '1',
      ...environment,
    },
    // Should the tests be killed, the closed channel ends the server.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      if (process.env.SERVER_LOG) appendFileSync(process.env.SERVER_LOG, chunk)
      if (output.includes('is running.')) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(output)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  return { url: `http://localhost:${port}`, output: () => output, end }
}

/**
 * Serves the built app with a few months of made-up ratings, for as long as the work lasts: from a folder of its own, or on
 * the empty database that TEST_DATABASE_URL names.
 */
export async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  // Mails are printed there: who signs in reads the code.
  process.env.SERVER_LOG = join(folder, 'server.log')
  try {
    const server = await startServer(folder, ['--demo-months', '4'], {
      DATABASE_URL: process.env.TEST_DATABASE_URL ?? '',
    })
    return await work(server.url).finally(() => server.end('SIGTERM'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
