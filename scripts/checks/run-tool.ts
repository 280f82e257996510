import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../bootstrap.js'

const bin = join(root, 'node_modules/.bin')

/** Runs a tool of the project on the project's own Node, its output as it comes. Resolves to whether it succeeded. */
export function runTool(name: string, args: string[], environment: Record<string, string> = {}): Promise<boolean> {
  const path = [dirname(process.execPath), bin, process.env.PATH].join(delimiter)
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin, name), args, {
      cwd: root,
      env: { ...process.env, ...environment, PATH: path, DO_NOT_TRACK: '1' },
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('exit', status => resolve(status === 0))
  })
}
