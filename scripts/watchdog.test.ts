import { type ChildProcess, spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { watch } from './watchdog.js'

/** A process that serves, answers pings, and does what it is told to. */
const program = `
  process.on('message', message => message === 'ping' && process.send('pong'))
  process.send('serving')
  const block = milliseconds => { const until = Date.now() + milliseconds; while (Date.now() < until); }
  setTimeout(() => { WORK }, 300)`

const times = { every: 100, patience: 700, longPatience: 20_000 }

function start(work: string) {
  const child: ChildProcess = spawn(process.execPath, ['-e', program.replace('WORK', work)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const wasKilled = watch(child, times)
  const end = new Promise<NodeJS.Signals | null>(resolve => child.on('exit', (_, signal) => resolve(signal)))
  return { wasKilled, end }
}

test('a server that never answers again is killed', async () => {
  const { wasKilled, end } = start('block(60_000)')
  expect(await end).toBe('SIGKILL')
  expect(wasKilled()).toBe(true)
})

test('one that answers, or is held up by an administrator, is not', async () => {
  const answering = start('setTimeout(() => process.exit(0), 1500)')
  const working = start(`process.send('long-work', () => { block(1500); process.exit(0) })`)
  expect(await Promise.all([answering.end, working.end])).toEqual([null, null])
  expect([answering.wasKilled(), working.wasKilled()]).toEqual([false, false])
})
